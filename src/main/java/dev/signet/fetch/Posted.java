package dev.signet.fetch;

/** That a server answered a post, and how; what else it said was not read. */
public record Posted(int status) {

    /** Whether it took what was sent: a status of 2xx. */
    public boolean accepted() {
        return status >= 200 && status < 300;
    }
}
