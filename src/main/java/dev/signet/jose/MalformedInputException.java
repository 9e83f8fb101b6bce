package dev.signet.jose;

/** Signals input that violates its format. The message never repeats the input. */
final class MalformedInputException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String detail;

    MalformedInputException(String detail) {
        // Any sender can cause this exception: a stack trace would cost more than the parsing.
        super(detail, null, false, false);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
