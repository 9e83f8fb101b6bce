package dev.signet.error;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal: a public code, and a private reason that reaches the log and no client. */
public final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;
    private @Nullable String challenge;
    private @Nullable String detail;

    public ServiceException(ErrorCode code, String privateReason) {
        super(privateReason, null, false, false);
        this.code = code;
    }

    /** Refuses a body's member by its own name, which is public because the contract names it. */
    public static ServiceException invalidMember(String member, String privateReason) {
        return new ServiceException(ErrorCode.INVALID_REQUEST, privateReason).with("member", member);
    }

    /** Refuses a body's member because of its JSON type; {@code expected} completes "must be", for example "a string". */
    public static ServiceException wrongType(String member, String expected) {
        return invalidMember(member, member + " has the wrong JSON type")
                .detail("Member " + member + " must be " + expected + ".");
    }

    /** Tells the client when to try again, in whole seconds, rounded up. */
    public ServiceException retryAfter(Duration wait) {
        this.retryAfter = wait;
        return this;
    }

    /** Adds an extension member (RFC 9457 §3.2) to the response. Of the request it may contain names only, as {@link QuotedName}. */
    public ServiceException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /**
     * Adds one public sentence that names the cause: {@code detail} of a problem document (RFC 9457 §3.1.4), and in place of
     * the code's sentence {@code error_description} (RFC 6749 §5.2). It may contain names from the request as {@link QuotedName} only.
     */
    public ServiceException detail(String sentence) {
        this.detail = sentence;
        return this;
    }

    /** Asks for another authentication scheme than Bearer in {@code WWW-Authenticate}, should the status be 401. */
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
