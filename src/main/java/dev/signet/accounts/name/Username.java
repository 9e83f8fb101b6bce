package dev.signet.accounts.name;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Usernames: stored as entered (NFC), compared after NFKC and case folding (Unicode 3.13), so that visually equal names
 * collide.
 */
public final class Username {

    private static final int MAX_CHARACTERS = 100;
    private static final int MAX_KEY_CHARACTERS = 200;
    private static final int MAX_INPUT_LENGTH = 400;
    private static final int REPLACEMENT = 0xFFFD;

    private Username() {}

    /**
     * Returns the form in which usernames are compared. Accepts any string. A character that no username may have
     * becomes a replacement character. So the result can be used in a query, and matches no account.
     */
    public static String key(String raw) {
        String trimmed = TrimmedName.of(raw);
        String read = trimmed.length() > MAX_INPUT_LENGTH ? trimmed.substring(0, MAX_INPUT_LENGTH) : trimmed;
        StringBuilder key = new StringBuilder(read.length());
        compose(fold(compose(read)))
                .codePoints()
                .map(character -> isAllowed(character) ? character : REPLACEMENT)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /**
     * Validates a username and returns it as it is stored.
     *
     * @throws ServiceException {@code invalid_request} if it is empty, too long or has a character that is not allowed
     */
    public static String accept(String raw) {
        String trimmed = TrimmedName.of(raw);
        if (trimmed.length() > MAX_INPUT_LENGTH) {
            throw ServiceException.invalidMember("username", "username is too long");
        }
        String normalized = Normalizer.normalize(trimmed, Normalizer.Form.NFC);
        String key = key(raw);
        int characters = normalized.codePointCount(0, normalized.length());
        if (characters < 1
                || characters > MAX_CHARACTERS
                || key.codePointCount(0, key.length()) > MAX_KEY_CHARACTERS
                || !normalized.codePoints().allMatch(Username::isAllowed)
                || !key.codePoints().allMatch(Username::isAllowed)) {
            throw ServiceException.invalidMember(
                    "username", "username is empty, is too long or contains a disallowed character");
        }
        return normalized;
    }

    /** Returns whether a username could be mistaken for an e-mail address, in every Unicode form of its at sign. */
    public static boolean isEmailLike(String username) {
        return key(username).indexOf('@') >= 0;
    }

    /**
     * Rejects a username that could be mistaken for an e-mail address, unless it equals the verified e-mail address of
     * the account.
     *
     * @param verifiedEmail null if the account has none
     * @throws ServiceException {@code invalid_request}
     */
    public static void requireVerifiedIfEmailLike(String username, @Nullable String verifiedEmail) {
        if (isEmailLike(username) && !equalsEmail(username, verifiedEmail)) {
            throw ServiceException.invalidMember(
                    "username", "username contains @ but is not the verified e-mail address of the account");
        }
    }

    /**
     * Returns whether a username equals an e-mail address, by the comparison of e-mail addresses: a look-alike is
     * different.
     */
    public static boolean equalsEmail(String username, @Nullable String email) {
        return email != null && EmailAddress.key(username).equals(EmailAddress.key(email));
    }

    private static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    // Lower, upper, lower: upper case maps one character to several, but leaves a capital sharp s unchanged. Lower case
    // is mapped by code point, because in a whole string a sigma would depend on its neighbours.
    private static String fold(String text) {
        return lower(lower(text).toUpperCase(Locale.ROOT));
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    // A colon ends the username in HTTP Basic (RFC 7617 §2), so a username with a colon could never sign in that way.
    private static boolean isAllowed(int character) {
        return NameCharacters.isVisible(character) && character != ':' && character != REPLACEMENT;
    }
}
