package dev.signet.error;

import java.util.Locale;

/** Every error a client can see: its wire value, its HTTP status and its one public sentence. */
public enum ErrorCode {
    INVALID_REQUEST(400, "The request is malformed, or a member is missing, unknown or out of range."),
    INVALID_SCOPE(400, "A requested scope is not known or not allowed."),
    INVALID_TARGET(400, "A requested audience is not known or not allowed."),
    TOKEN_TOO_LARGE(400, "The token would be longer than this service issues."),
    UNKNOWN_CLIENT(400, "The application that sent you here is not known to this service."),
    UNREGISTERED_REDIRECT_URI(400, "The address to return to is not registered for the application."),
    PAGE_EXPIRED(400, "This page is no longer valid; go back to the application and start again."),
    UNSUPPORTED_RESPONSE_TYPE(400, "The only response type is code."),
    ACCESS_DENIED(400, "The person did not agree."),
    LOGIN_REQUIRED(400, "The person has to log in."),
    CONSENT_REQUIRED(400, "The person has to agree."),
    UNMET_AUTHENTICATION_REQUIREMENTS(400, "The person cannot log in as strongly as was asked for."),
    REQUEST_NOT_SUPPORTED(400, "Request objects are not accepted from this client."),
    REQUEST_URI_NOT_SUPPORTED(400, "No request_uri is accepted but one that this service gave out."),
    REGISTRATION_NOT_SUPPORTED(400, "The registration parameter is not accepted."),
    INVALID_REQUEST_OBJECT(400, "The request object is malformed, expired, or not signed by the client."),
    INVALID_REQUEST_URI(400, "The request_uri is unknown, expired or already used."),
    AUTHORIZATION_PENDING(400, "The person has not decided yet."),
    SLOW_DOWN(400, "Asked too soon; wait five seconds longer each time from now on."),
    EXPIRED_TOKEN(400, "The person did not decide in time."),
    PASSWORD_REFUSED(400, "The password must have 8 to 256 characters and not be among the most common ones."),
    UNAUTHORIZED_CLIENT(400, "The client is not registered for this."),
    UNSUPPORTED_GRANT_TYPE(400, "The grant type is not one of this server."),
    INVALID_CLIENT_METADATA(
            400, "A member of the client's metadata is missing, unknown, out of range or does not fit the others."),
    INVALID_REDIRECT_URI(400, "A redirect URI is missing or not one a client may register."),
    AUTHENTICATION_REQUIRED(401, "This resource needs an access token."),
    INVALID_TOKEN(401, "The access token is malformed, expired, revoked or not meant for this service."),
    INVALID_CLIENT(401, "The client is unknown, or what it showed for itself is not what it is registered with."),
    INSUFFICIENT_USER_AUTHENTICATION(401, "Log in again: this resource needs a more recent login."),
    INVALID_CREDENTIALS(401, "The username, the password or the one-time code is wrong."),
    OTP_REQUIRED(401, "A second factor is required."),
    INVALID_DPOP_PROOF(401, "The DPoP proof is missing, malformed, stale, already used or not for this request."),
    USE_DPOP_NONCE(401, "The DPoP proof needs the nonce of this answer."),
    INVALID_GRANT(401, "The grant is malformed, expired, revoked or already used."),
    FIRST_PARTY_ONLY(403, "This resource needs an access token of a login here, not of an application."),
    REGISTRATION_CLOSED(403, "Accounts are made by administrators only."),
    FORBIDDEN(403, "The caller lacks the role this resource needs."),
    INSUFFICIENT_SCOPE(403, "The access token lacks the scope this resource needs."),
    NOT_FOUND(404, "There is nothing here."),
    METHOD_NOT_ALLOWED(405, "This resource does not take that method."),
    NOT_ACCEPTABLE(406, "This resource has no representation of the accepted kinds."),
    REQUEST_TIMEOUT(408, "The request body did not arrive in time."),
    CONFLICT(409, "The request conflicts with the present state."),
    LIMIT_REACHED(409, "The account has as many of these as it may have; remove one first."),
    USERNAME_TAKEN(409, "The username is taken."),
    LAST_ADMINISTRATOR(409, "The last administrator cannot be removed, disabled or stripped of the role."),
    LINK_EXPIRED(410, "The link is no longer valid: it was used, it is too old, or a newer one was sent."),
    CONTENT_TOO_LARGE(413, "The request body is longer than this service reads."),
    URI_TOO_LONG(414, "The request target is longer than this service reads."),
    UNSUPPORTED_MEDIA_TYPE(415, "This resource does not read that content type."),
    TOO_MANY_ATTEMPTS(429, "Too many attempts; wait before the next one."),
    HEADERS_TOO_LARGE(431, "The request headers are longer than this service reads."),
    INTERNAL_ERROR(500, "The service failed; the request id leads to the cause in its log."),
    MAIL_NOT_CONFIGURED(501, "This service is not set up to send mail."),
    TEMPORARILY_UNAVAILABLE(503, "The service cannot answer just now; try again shortly.");

    private final int status;
    private final String sentence;

    ErrorCode(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** The value on the wire, lower case with underscores. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int status() {
        return status;
    }

    /** RFC 6749 §5.2: at an OAuth endpoint only the client itself can fail to authenticate. */
    int oauthStatus() {
        return this == INVALID_GRANT || this == INVALID_DPOP_PROOF || this == USE_DPOP_NONCE ? 400 : status;
    }

    public String sentence() {
        return sentence;
    }

    /** The code that stands for a bare HTTP status, such as one the HTTP layer itself decided. */
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
