package dev.signet.compat;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.jboss.resteasy.reactive.RestResponse;

import java.util.List;
import java.util.Map;

/** Refusals as the serializers of djangorestframework-jwt give them: 400, with a list of sentences. */
final class DrfJwtErrors {

    private static final String REQUIRED = "This field is required.";
    private static final int BAD_REQUEST = 400;

    private DrfJwtErrors() {}

    static RestResponse.ResponseBuilder<Map<String, Object>> answer(ServiceException refusal) {
        ErrorCode code = refusal.code();
        return switch (code) {
            case INVALID_CREDENTIALS -> badRequest("non_field_errors", "Unable to log in with provided credentials.");
            // One sentence, whatever is wrong with a token: the one that clients of that library look for.
            case INVALID_TOKEN -> badRequest("non_field_errors", "Signature has expired.");
            case OTP_REQUIRED -> badRequest("otp", REQUIRED);
            default -> {
                Object member = refusal.members().get("member");
                yield member == null
                        ? answer(code.status(), Map.of("detail", code.sentence()))
                        : badRequest(member.toString(), REQUIRED);
            }
        };
    }

    private static RestResponse.ResponseBuilder<Map<String, Object>> badRequest(String member, String sentence) {
        return answer(BAD_REQUEST, Map.of(member, List.of(sentence)));
    }

    private static RestResponse.ResponseBuilder<Map<String, Object>> answer(int status, Map<String, Object> body) {
        return RestResponse.ResponseBuilder.<Map<String, Object>>create(status).entity(body);
    }
}
