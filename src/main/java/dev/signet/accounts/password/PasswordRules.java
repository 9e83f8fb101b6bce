package dev.signet.accounts.password;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.inject.Singleton;

import java.text.Normalizer;

/** Rules for new passwords (NIST SP 800-63B-4 §3.1.1.2): only length and commonness count, never composition. */
@Singleton
public class PasswordRules {

    private static final int MIN_CHARACTERS = 8;
    private static final int MAX_CHARACTERS = 256;
    // 256 characters outside the basic plane, each decomposed into three. Longer input is rejected before anything
    // else.
    private static final int MAX_READ = 2 * 3 * MAX_CHARACTERS;

    private final CommonPasswords common = new CommonPasswords();

    /**
     * Validates a password and returns it in the form in which it is hashed.
     *
     * @throws ServiceException {@code password_refused} if it is too short, too long, common, or the username
     */
    public String accept(String raw, String username) {
        if (!isReadable(raw)) {
            throw rejection("the password is too long or not Unicode text");
        }
        String password = normalise(raw);
        int characters = password.codePointCount(0, password.length());
        if (characters < MIN_CHARACTERS || characters > MAX_CHARACTERS) {
            throw rejection("the password is shorter than " + MIN_CHARACTERS + " or longer than " + MAX_CHARACTERS
                    + " characters");
        }
        if (common.contains(password)) {
            throw rejection("the password is one of the most common ones");
        }
        if (CommonPasswords.key(password).equals(CommonPasswords.key(username))) {
            throw rejection("the password equals the username");
        }
        return password;
    }

    /** Returns the form in which passwords are hashed, so that the same characters match in any Unicode composition. */
    static String normalise(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC);
    }

    /** Returns whether a string can be a password: it has a bounded length and no unpaired surrogates. */
    static boolean isReadable(String raw) {
        return raw.length() <= MAX_READ
                && raw.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static ServiceException rejection(String reason) {
        return new ServiceException(ErrorCode.PASSWORD_REFUSED, reason);
    }
}
