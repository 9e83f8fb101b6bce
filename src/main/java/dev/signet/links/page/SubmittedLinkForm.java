package dev.signet.links.page;

import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** A submitted form. */
final class SubmittedLinkForm {

    private static final int MAX_VALUE = 4_096;

    private final @Nullable MultivaluedMap<String, String> fields;

    SubmittedLinkForm(@Nullable MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    /** Returns the value of a field that occurs once and is not too long; otherwise an empty string. */
    String text(String name) {
        return field(name).orElse("");
    }

    /** Returns whether a box is checked. */
    boolean isChecked(String name) {
        return field(name).isPresent();
    }

    private Optional<String> field(String name) {
        List<String> values = fields == null ? null : fields.get(name);
        return values == null || values.size() != 1
                ? Optional.empty()
                : Optional.of(values.get(0)).filter(value -> !value.isEmpty() && value.length() <= MAX_VALUE);
    }

    @Override
    public String toString() {
        return "SubmittedLinkForm";
    }
}
