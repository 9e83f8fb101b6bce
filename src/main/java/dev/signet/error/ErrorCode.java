package dev.signet.error;

import java.util.Locale;

/** All error codes of responses, each with its HTTP status and its constant public sentence. */
public enum ErrorCode {
    INVALID_REQUEST(400, "The request is malformed, or a member is missing, unknown or out of range."),
    INVALID_SCOPE(400, "A requested scope is unknown or not allowed."),
    INVALID_TARGET(400, "A requested audience is unknown or not allowed."),
    TOKEN_TOO_LARGE(400, "The token would exceed the maximum length."),
    UNKNOWN_CLIENT(400, "The client_id is unknown."),
    UNREGISTERED_REDIRECT_URI(400, "The redirect_uri is not registered for this client."),
    PAGE_EXPIRED(400, "This page has expired; go back to the application and start again."),
    UNSUPPORTED_RESPONSE_TYPE(400, "The response_type is not supported; use code."),
    ACCESS_DENIED(400, "The user denied the request."),
    LOGIN_REQUIRED(400, "The user must sign in."),
    CONSENT_REQUIRED(400, "The user must consent."),
    UNMET_AUTHENTICATION_REQUIREMENTS(400, "The user cannot meet the requested authentication requirements."),
    REQUEST_NOT_SUPPORTED(400, "Request objects are not supported for this client."),
    REQUEST_URI_NOT_SUPPORTED(400, "The request_uri was not issued by this server."),
    REGISTRATION_NOT_SUPPORTED(400, "The registration parameter is not supported."),
    INVALID_REQUEST_OBJECT(400, "The request object is malformed, expired or not signed by the client."),
    INVALID_REQUEST_URI(400, "The request_uri is unknown, expired or already used."),
    AUTHORIZATION_PENDING(400, "The user has not approved the request yet."),
    SLOW_DOWN(400, "The client polls too often; increase the interval by five seconds."),
    EXPIRED_TOKEN(400, "The device code has expired."),
    PASSWORD_REFUSED(400, "The password must have 8 to 256 characters and must not be a common password."),
    UNAUTHORIZED_CLIENT(400, "The client is not registered for this grant type or response type."),
    UNSUPPORTED_GRANT_TYPE(400, "The grant_type is not supported."),
    INVALID_CLIENT_METADATA(400, "A member of the client metadata is missing, unknown, out of range or inconsistent."),
    INVALID_REDIRECT_URI(400, "A redirect URI is missing or not allowed."),
    AUTHENTICATION_REQUIRED(401, "An access token is required."),
    INVALID_TOKEN(401, "The access token is malformed, expired, revoked or not issued for this service."),
    INVALID_CLIENT(401, "Client authentication failed."),
    INSUFFICIENT_USER_AUTHENTICATION(401, "A more recent login is required."),
    INVALID_CREDENTIALS(401, "The username, the password, the one-time code or the passkey is wrong."),
    OTP_REQUIRED(401, "A second factor is required."),
    INVALID_DPOP_PROOF(
            401, "The DPoP proof is missing, malformed, expired, already used or not valid for this request."),
    USE_DPOP_NONCE(401, "The DPoP proof must contain the nonce of the DPoP-Nonce response header."),
    INVALID_GRANT(401, "The grant is malformed, expired, revoked or already used."),
    FIRST_PARTY_ONLY(403, "An access token of the first-party login is required."),
    REGISTRATION_CLOSED(403, "Only administrators can create accounts."),
    FORBIDDEN(403, "The caller does not have the required role."),
    INSUFFICIENT_SCOPE(403, "The access token does not have the required scope."),
    NOT_FOUND(404, "Not found."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed for this resource."),
    NOT_ACCEPTABLE(406, "No representation matches the Accept header."),
    REQUEST_TIMEOUT(408, "The request body was not received in time."),
    CONFLICT(409, "The request conflicts with the current state."),
    LIMIT_REACHED(409, "The account has reached the limit; delete an item first."),
    USERNAME_TAKEN(409, "The username is already in use."),
    LAST_ADMINISTRATOR(409, "The last administrator cannot be deleted or disabled and cannot lose the role admin."),
    LAST_SIGN_IN_METHOD(409, "The last way to sign in cannot be removed; set a password first."),
    LINK_EXPIRED(410, "The link is not valid: it was used, has expired or was replaced by a newer one."),
    CONTENT_TOO_LARGE(413, "The request body is too large."),
    URI_TOO_LONG(414, "The request URI is too long."),
    UNSUPPORTED_MEDIA_TYPE(415, "The Content-Type is not supported."),
    TOO_MANY_ATTEMPTS(429, "Too many attempts; retry later."),
    HEADERS_TOO_LARGE(431, "The request headers are too large."),
    INTERNAL_ERROR(500, "Internal error; the request id identifies it in the log."),
    MAIL_NOT_CONFIGURED(501, "Mail is not configured on this server."),
    TEMPORARILY_UNAVAILABLE(503, "The service is temporarily unavailable; retry later.");

    private final int status;
    private final String sentence;

    ErrorCode(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** Returns the code in responses: lower case with underscores. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int status() {
        return status;
    }

    /**
     * Returns the status at an OAuth endpoint, where status 401 is only for failed client authentication (RFC 6749
     * §5.2).
     */
    int oauthStatus() {
        return this == INVALID_GRANT || this == INVALID_DPOP_PROOF || this == USE_DPOP_NONCE ? 400 : status;
    }

    public String sentence() {
        return sentence;
    }

    /** Returns the code for an HTTP status without one, for example from the HTTP layer. */
    public static ErrorCode ofStatus(int status) {
        return switch (status) {
            case 401 -> AUTHENTICATION_REQUIRED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 409 -> CONFLICT;
            case 413 -> CONTENT_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_ATTEMPTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> TEMPORARILY_UNAVAILABLE;
            default -> status >= 400 && status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }
}
