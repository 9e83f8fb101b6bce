package dev.signet.compat;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;

import java.util.List;
import java.util.Map;

/** Errors in the format of Django REST Framework. */
final class RestFrameworkErrors {

    private RestFrameworkErrors() {}

    static Map<String, Object> body(ServiceException rejection) {
        ErrorCode code = rejection.code();
        return switch (code) {
            case INVALID_CREDENTIALS ->
                detail("No active account found with the given credentials", "no_active_account");
            case INVALID_GRANT, INVALID_TOKEN -> detail("Token is invalid or expired", "token_not_valid");
            default -> {
                Object member = rejection.members().get("member");
                yield member == null
                        ? detail(code.sentence(), code.wire())
                        : Map.of(member.toString(), List.of("This field is required."));
            }
        };
    }

    private static Map<String, Object> detail(String sentence, String code) {
        return Map.of("detail", sentence, "code", code);
    }
}
