package dev.signet.jose;

/** Input that is not strictly what its format says; the message never repeats the input. */
final class MalformedInputException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String detail;

    MalformedInputException(String detail) {
        // Thrown for whatever a stranger sends: a stack trace would cost more than the parsing.
        super(detail, null, false, false);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
