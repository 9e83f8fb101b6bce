package dev.signet.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;

/** Describes the fault of a JSON body: an unknown member, a member of the wrong type, or a body of the wrong form. */
final class JsonFaults {

    private JsonFaults() {}

    static ServiceException describe(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnrecognizedPropertyException unknown) {
                String name = QuotedName.of(unknown.getPropertyName());
                return refusal().with("member", name).detail("Unknown member: " + name + ".");
            }
            if (cause instanceof MismatchedInputException mismatch) {
                return mismatch(mismatch);
            }
            if (cause instanceof JsonProcessingException) {
                return refusal().detail("The body is not well-formed JSON.");
            }
        }
        return refusal();
    }

    private static ServiceException mismatch(MismatchedInputException failure) {
        String member = lastMember(failure.getPath());
        if (member != null) {
            return refusal().with("member", member).detail("Member " + member + " has the wrong type.");
        }
        Class<?> wanted = failure.getTargetType();
        boolean array = wanted != null && (Collection.class.isAssignableFrom(wanted) || wanted.isArray());
        return refusal().detail("The body must be a JSON " + (array ? "array." : "object."));
    }

    private static @Nullable String lastMember(List<JsonMappingException.Reference> path) {
        String member = null;
        for (JsonMappingException.Reference reference : path) {
            if (reference.getFieldName() != null) {
                member = QuotedName.of(reference.getFieldName());
            }
        }
        return member;
    }

    private static ServiceException refusal() {
        return new ServiceException(ErrorCode.INVALID_REQUEST, "body is not the JSON asked for");
    }
}
