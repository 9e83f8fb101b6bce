package dev.signet.compat;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.jboss.resteasy.reactive.RestResponse;

import java.util.List;
import java.util.Map;

/** Errors in the format of djangorestframework-jwt's serializers: 400, with a list of sentences. */
final class DrfJwtErrors {

    private static final String REQUIRED = "This field is required.";
    private static final int BAD_REQUEST = 400;

    private DrfJwtErrors() {}

    static RestResponse.ResponseBuilder<Map<String, Object>> response(ServiceException rejection) {
        ErrorCode code = rejection.code();
        return switch (code) {
            case INVALID_CREDENTIALS -> badRequest("non_field_errors", "Unable to log in with provided credentials.");
            // The same sentence for every invalid token: the one that clients of that library look for.
            case INVALID_TOKEN -> badRequest("non_field_errors", "Signature has expired.");
            case OTP_REQUIRED -> badRequest("otp", REQUIRED);
            default -> {
                Object member = rejection.members().get("member");
                yield member == null
                        ? response(code.status(), Map.of("detail", code.sentence()))
                        : badRequest(member.toString(), REQUIRED);
            }
        };
    }

    private static RestResponse.ResponseBuilder<Map<String, Object>> badRequest(String member, String sentence) {
        return response(BAD_REQUEST, Map.of(member, List.of(sentence)));
    }

    private static RestResponse.ResponseBuilder<Map<String, Object>> response(int status, Map<String, Object> body) {
        return RestResponse.ResponseBuilder.<Map<String, Object>>create(status).entity(body);
    }
}
