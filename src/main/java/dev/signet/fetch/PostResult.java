package dev.signet.fetch;

/** The status of the response to a post; the rest of the response is not read. */
public record PostResult(int status) {

    /** Returns true if the receiver accepted the post: a status of 2xx. */
    public boolean isAccepted() {
        return status >= 200 && status < 300;
    }
}
