package dev.signet.accounts;

import dev.signet.error.ServiceException;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/** E-mail addresses (RFC 5321 §4.5.3.1): checked for shape and length; only a delivered mail proves one. */
public final class EmailAddress {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_DOMAIN = 253;

    private EmailAddress() {}

    /**
     * Returns the address in the form in which it is kept.
     *
     * @throws ServiceException {@code invalid_request} if it cannot be an address
     */
    public static String accept(String raw) {
        String trimmed = TrimmedName.of(raw);
        if (trimmed.length() > MAX_LENGTH) {
            throw ServiceException.invalidMember("email", "email is too long");
        }
        String address = Normalizer.normalize(trimmed, Normalizer.Form.NFC);
        int at = address.lastIndexOf('@');
        if (address.length() > MAX_LENGTH
                || at < 1
                || at == address.length() - 1
                || !address.codePoints().allMatch(EmailAddress::isAllowed)
                || address.indexOf('@') != at) {
            throw ServiceException.invalidMember("email", "email is not an e-mail address");
        }
        try {
            deliverable(address);
        } catch (IllegalArgumentException e) {
            throw ServiceException.invalidMember("email", String.valueOf(e.getMessage()));
        }
        return address;
    }

    /**
     * Returns the e-mail address in the form that mail servers accept without SMTPUTF8 (RFC 6531): the domain as A-labels (RFC 5890 §2.3.2.1).
     *
     * @throws IllegalArgumentException if the domain is invalid or the part before the at sign is not ASCII; no mail server is
     *     asked whether it supports SMTPUTF8
     */
    public static String deliverable(String address) {
        String trimmed = TrimmedName.of(address);
        int at = trimmed.lastIndexOf('@');
        String local = trimmed.substring(0, Math.max(at, 0));
        String domain = trimmed.substring(at + 1);
        if (local.isEmpty() || !isAscii(local)) {
            throw new IllegalArgumentException(
                    "the part before the @ is missing or contains a character that is not ASCII");
        }
        // Java maps these to others (RFC 3490), and so to the domain of another owner (RFC 5894 §7.2).
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

    /** The form by which addresses are compared: whatever the case, because hardly a mail server tells them apart by it. */
    public static String key(String address) {
        return Normalizer.normalize(TrimmedName.of(address), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isAllowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> "<>(),;:\\\"[]".indexOf(character) < 0;
        };
    }
}
