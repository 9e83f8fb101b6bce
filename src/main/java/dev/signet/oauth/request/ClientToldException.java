package dev.signet.oauth.request;

import dev.signet.error.ErrorCode;

/** A refusal that the client is told of (RFC 6749 §4.1.2.1): it cannot be made without a proven place to tell it. */
public final class ClientToldException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ReturnAddress address;
    private final ErrorCode code;

    public ClientToldException(ReturnAddress address, ErrorCode code, String privateReason) {
        super(privateReason, null, false, false);
        this.address = address;
        this.code = code;
    }

    public ReturnAddress address() {
        return address;
    }

    public ErrorCode code() {
        return code;
    }

    String privateReason() {
        return String.valueOf(getMessage());
    }
}
