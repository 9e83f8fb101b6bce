package dev.signet.links.page;

import dev.signet.pages.FormFields;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** A submitted form. */
final class SubmittedLinkForm {

    private final @Nullable FormFields fields;

    SubmittedLinkForm(@Nullable MultivaluedMap<String, String> fields) {
        this.fields = fields == null ? null : new FormFields(fields);
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
        return fields == null ? Optional.empty() : fields.find(name);
    }

    @Override
    public String toString() {
        return "SubmittedLinkForm";
    }
}
