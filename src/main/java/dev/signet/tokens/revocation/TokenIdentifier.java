package dev.signet.tokens.revocation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code jti} of an access token: random text, followed by the numbers of the registrations that it depends on
 * ({@link ClientRegistrationKey}). Each number follows a full stop. A 0 at the end is omitted.
 *
 * @param clientRegistration the registration of {@code client_id}
 * @param subjectRegistration the registration of {@code sub}, if that is a client
 */
public record TokenIdentifier(String random, long clientRegistration, long subjectRegistration) {

    private static final Pattern NUMBERED = Pattern.compile("([A-Za-z0-9_-]+)\\.([0-9]{1,18})(?:\\.([0-9]{1,18}))?");

    /**
     * Parses the {@code jti} of a verified token. A {@code jti} without numbers depends on no numbered registration.
     */
    public static TokenIdentifier parse(String jti) {
        if (jti.indexOf('.') < 0) {
            return new TokenIdentifier(jti, 0, 0);
        }
        Matcher matcher = NUMBERED.matcher(jti);
        if (!matcher.matches()) {
            return new TokenIdentifier(jti, 0, 0);
        }
        String subject = matcher.group(3);
        return new TokenIdentifier(
                matcher.group(1), Long.parseLong(matcher.group(2)), subject == null ? 0 : Long.parseLong(subject));
    }

    /** Returns the {@code jti}. */
    public String text() {
        if (subjectRegistration != 0) {
            return random + "." + clientRegistration + "." + subjectRegistration;
        }
        return clientRegistration == 0 ? random : random + "." + clientRegistration;
    }
}
