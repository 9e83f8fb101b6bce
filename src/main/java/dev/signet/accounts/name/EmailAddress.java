package dev.signet.accounts.name;

import dev.signet.error.ServiceException;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/** E-mail addresses (RFC 5321 §4.5.3.1): validated for syntax and length; only a delivered mail verifies one. */
public final class EmailAddress {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_DOMAIN = 253;

    private EmailAddress() {}

    /**
     * Validates an e-mail address and returns it as it is stored.
     *
     * @throws ServiceException {@code invalid_request} if it cannot be an e-mail address
     */
    public static String accept(String raw) {
        String trimmed = TrimmedName.of(raw);
        if (trimmed.length() > MAX_LENGTH) {
            throw ServiceException.invalidMember("email", "email is too long");
        }
        String email = Normalizer.normalize(trimmed, Normalizer.Form.NFC);
        int at = email.lastIndexOf('@');
        if (email.length() > MAX_LENGTH
                || at < 1
                || at == email.length() - 1
                || !email.codePoints().allMatch(EmailAddress::isAllowed)
                || email.indexOf('@') != at) {
            throw ServiceException.invalidMember("email", "email is not an e-mail address");
        }
        try {
            deliverable(email);
        } catch (IllegalArgumentException e) {
            throw ServiceException.invalidMember("email", String.valueOf(e.getMessage()));
        }
        return email;
    }

    /**
     * Returns the e-mail address in the form that mail servers accept without SMTPUTF8 (RFC 6531): the domain as
     * A-labels (RFC 5890 §2.3.2.1).
     *
     * @throws IllegalArgumentException if the domain is invalid or the part before the at sign is not ASCII; mail
     *     servers are not asked whether they support SMTPUTF8
     */
    public static String deliverable(String email) {
        String trimmed = TrimmedName.of(email);
        int at = trimmed.lastIndexOf('@');
        String local = trimmed.substring(0, Math.max(at, 0));
        String domain = trimmed.substring(at + 1);
        if (local.isEmpty() || !isAscii(local)) {
            throw new IllegalArgumentException(
                    "the part before the @ is missing or contains a character that is not ASCII");
        }
        // Java maps these to other characters (RFC 3490), and so to the domain of another owner (RFC 5894 §7.2).
        if (domain.chars().anyMatch(character -> "\u00df\u1e9e\u03c2".indexOf(character) >= 0)) {
            throw new IllegalArgumentException("the domain must be written with A-labels (xn--…)");
        }
        String ascii = IDN.toASCII(Normalizer.normalize(domain, Normalizer.Form.NFC), IDN.ALLOW_UNASSIGNED);
        if (!isAscii(ascii) || ascii.length() > MAX_DOMAIN) {
            throw new IllegalArgumentException("the part after the @ is not a domain name");
        }
        return local + "@" + ascii;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    /**
     * Returns the form in which e-mail addresses are compared. Case is ignored, because almost no mail server
     * distinguishes addresses by it.
     */
    public static String key(String email) {
        return Normalizer.normalize(TrimmedName.of(email), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static boolean isAllowed(int character) {
        return NameCharacters.isVisible(character) && "<>(),;:\\\"[]".indexOf(character) < 0;
    }
}
