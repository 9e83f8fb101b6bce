package dev.signet.jose.json;

/** Signals input that violates its format. The message never repeats the input. */
public final class MalformedInputException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String detail;

    MalformedInputException(String detail) {
        // Any sender can cause this exception: a stack trace would cost more than the parsing.
        super(detail, null, false, false);
        this.detail = detail;
    }

    /** Returns what is wrong with the input, without quoting it. */
    public String detail() {
        return detail;
    }
}
