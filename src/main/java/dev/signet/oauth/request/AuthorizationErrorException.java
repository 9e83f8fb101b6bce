package dev.signet.oauth.request;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** Authorization error that is returned to the client (RFC 6749 §4.1.2.1). It requires a verified redirect URI. */
public final class AuthorizationErrorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient VerifiedRedirectUri redirectUri;
    private final ErrorCode code;
    private @Nullable String detail;

    public AuthorizationErrorException(VerifiedRedirectUri redirectUri, ErrorCode code, String privateReason) {
        super(privateReason, null, false, false);
        this.redirectUri = redirectUri;
        this.code = code;
    }

    /** Replaces the sentence of the error code by one that names the cause. */
    AuthorizationErrorException detail(String sentence) {
        this.detail = sentence;
        return this;
    }

    /** Returns the public sentence: the cause if one was set, otherwise the sentence of the error code. */
    public String description() {
        return detail == null ? code.sentence() : detail;
    }

    /** Returns the same error for a direct response to the client. */
    ServiceException toServiceException() {
        return new ServiceException(code, privateReason()).detail(description());
    }

    public VerifiedRedirectUri redirectUri() {
        return redirectUri;
    }

    public ErrorCode code() {
        return code;
    }

    /** Returns the reason for the log, which no client receives. */
    public String privateReason() {
        return String.valueOf(getMessage());
    }
}
