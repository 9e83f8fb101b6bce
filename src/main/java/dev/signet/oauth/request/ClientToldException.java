package dev.signet.oauth.request;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** A refusal that the client is told of (RFC 6749 §4.1.2.1): it cannot be made without a proven place to tell it. */
public final class ClientToldException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ReturnAddress address;
    private final ErrorCode code;
    private @Nullable String detail;

    public ClientToldException(ReturnAddress address, ErrorCode code, String privateReason) {
        super(privateReason, null, false, false);
        this.address = address;
        this.code = code;
    }

    /** Replaces the sentence of the code by one that names the cause. */
    ClientToldException detail(String sentence) {
        this.detail = sentence;
        return this;
    }

    /** Returns the public sentence: the cause if one was named, else the sentence of the code. */
    public String description() {
        return detail == null ? code.sentence() : detail;
    }

    /** Returns the same refusal for a response to the client itself. */
    ServiceException direct() {
        return new ServiceException(code, privateReason()).detail(description());
    }

    public ReturnAddress address() {
        return address;
    }

    public ErrorCode code() {
        return code;
    }

    /** Returns the reason for the log, which no client receives. */
    public String privateReason() {
        return String.valueOf(getMessage());
    }
}
