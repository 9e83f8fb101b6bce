package dev.signet.accounts;

import dev.signet.error.ServiceException;

import java.text.Normalizer;
import java.util.Locale;

/** E-mail addresses (RFC 5321 §4.5.3.1): checked for shape and length; only a delivered mail proves one. */
public final class EmailAddress {

    private static final int MAX_LENGTH = 254;

    private EmailAddress() {}

    /**
     * Returns the address in the form in which it is kept.
     *
     * @throws ServiceException {@code invalid_request} if it cannot be an address
     */
    public static String accept(String raw) {
        String trimmed = TrimmedName.of(raw);
        if (trimmed.length() > MAX_LENGTH) {
            throw ServiceException.invalidMember("email", "too long");
        }
        String address = Normalizer.normalize(trimmed, Normalizer.Form.NFC);
        int at = address.lastIndexOf('@');
        if (address.length() > MAX_LENGTH
                || at < 1
                || at == address.length() - 1
                || !address.codePoints().allMatch(EmailAddress::isAllowed)
                || address.indexOf('@') != at) {
            throw ServiceException.invalidMember("email", "not an address");
        }
        return address;
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
