package dev.signet.error;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A rejected request: a public code, and a private reason for the log that clients never see. */
public final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;
    private @Nullable String challenge;
    private @Nullable String detail;

    /**
     * Creates the exception.
     *
     * @param privateReason null if the code says everything that is known
     */
    public ServiceException(ErrorCode code, @Nullable String privateReason) {
        super(privateReason, null, false, false);
        this.code = code;
    }

    /**
     * Creates the exception for an invalid member of a body. The member's name is public because the API defines it.
     */
    public static ServiceException invalidMember(String member, String privateReason) {
        return new ServiceException(ErrorCode.INVALID_REQUEST, privateReason).with("member", member);
    }

    /**
     * Creates the exception for a member with the wrong JSON type.
     *
     * @param expected completes "must be", for example "a string"
     */
    public static ServiceException wrongType(String member, String expected) {
        return invalidMember(member, member + " has the wrong JSON type")
                .detail("Member " + member + " must be " + expected + ".");
    }

    /**
     * Sets the time after which the client may retry, if it is not the default of {@code web.http.RetryAfterHeader};
     * sent in whole seconds, rounded up, with the status 429 or 503.
     */
    public ServiceException retryAfter(Duration wait) {
        this.retryAfter = wait;
        return this;
    }

    /**
     * Adds an extension member (RFC 9457 §3.2) to the response. It must not repeat anything from the request except
     * names as {@link QuotedName}.
     */
    public ServiceException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /**
     * Adds a public sentence that names the cause: the {@code detail} of a problem document (RFC 9457 §3.1.4), and the
     * {@code error_description} (RFC 6749 §5.2) instead of the code's sentence. It must not repeat anything from the
     * request except names as {@link QuotedName}.
     */
    public ServiceException detail(String sentence) {
        this.detail = sentence;
        return this;
    }

    /** Sets an authentication scheme other than Bearer for {@code WWW-Authenticate}, which is sent with status 401. */
    public ServiceException challenge(String schemeAndParameters) {
        this.challenge = schemeAndParameters;
        return this;
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public @Nullable String detail() {
        return detail;
    }

    public @Nullable String challenge() {
        return challenge;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
