package dev.signet.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.jspecify.annotations.Nullable;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;

/** Descriptions of invalid JSON bodies: an unknown member, a member of the wrong type, or malformed JSON. */
public final class JsonFaults {

    private JsonFaults() {}

    /** Returns an exception with the given code that names the invalid member and its expected type. */
    public static ServiceException describe(ErrorCode code, Throwable failure) {
        ServiceException rejection = new ServiceException(code, "the body does not match the JSON schema");
        List<Reference> path = List.of();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnrecognizedPropertyException unknown) {
                String name = QuotedName.of(unknown.getPropertyName());
                return rejection.with("member", name).detail("Unknown member: " + name + ".");
            }
            if (cause instanceof JsonMappingException mapping) {
                path = mapping.getPath();
            }
            if (cause instanceof MismatchedInputException mismatch) {
                return withLocation(path, rejection, expected(mismatch.getTargetType()));
            }
            if (cause instanceof InputCoercionException) {
                return withLocation(path, rejection, "a number in the allowed range");
            }
            if (cause instanceof JsonProcessingException && !(cause.getCause() instanceof InputCoercionException)) {
                return rejection.detail("The body is not well-formed JSON.");
            }
        }
        return rejection;
    }

    private static ServiceException withLocation(List<Reference> path, ServiceException rejection, String expected) {
        String member = lastMember(path);
        String value = member == null ? "the body" : "member " + member;
        if (!path.isEmpty() && path.get(path.size() - 1).getFieldName() == null) {
            value = "each element of " + value;
        }
        if (member != null) {
            rejection.with("member", member);
        }
        return rejection.detail(
                Character.toUpperCase(value.charAt(0)) + value.substring(1) + " must be " + expected + ".");
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of a different type";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "an RFC 3339 time";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a JSON array" : "a JSON object";
    }

    private static @Nullable String lastMember(List<Reference> path) {
        String member = null;
        for (Reference reference : path) {
            if (reference.getFieldName() != null) {
                member = QuotedName.of(reference.getFieldName());
            }
        }
        return member;
    }
}
