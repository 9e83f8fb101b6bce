package dev.signet.pages;

import jakarta.ws.rs.core.MultivaluedMap;

import java.util.List;
import java.util.Optional;

/** The fields of a submitted form of a page. */
public final class FormFields {

    private static final int MAX_VALUE = 4_096;

    private final MultivaluedMap<String, String> fields;

    public FormFields(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    /** Returns the value of a field that occurs once, is not empty and is not overlong. */
    public Optional<String> find(String name) {
        return find(name, MAX_VALUE);
    }

    /** Returns the value of a field like {@link #find(String)}, with at most so many characters. */
    public Optional<String> find(String name, int maxLength) {
        List<String> values = fields.get(name);
        return values == null || values.size() != 1
                ? Optional.empty()
                : Optional.of(values.get(0)).filter(value -> !value.isEmpty() && value.length() <= maxLength);
    }

    @Override
    public String toString() {
        return "FormFields";
    }
}
