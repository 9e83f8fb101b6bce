package dev.signet.accounts.name;

import dev.signet.error.ServiceException;

import java.text.Normalizer;

/** Display names: any text of one line without invisible or direction-changing characters. */
public final class DisplayName {

    private static final int MAX_LENGTH = 200;

    private DisplayName() {}

    /**
     * Validates a name and returns it as it is stored.
     *
     * @throws ServiceException {@code invalid_request} if it is blank, too long or has a character that is not allowed
     */
    public static String accept(String raw) {
        String trimmed = TrimmedName.of(raw);
        if (trimmed.length() > MAX_LENGTH) {
            throw ServiceException.invalidMember("name", "name is too long");
        }
        String name = Normalizer.normalize(trimmed, Normalizer.Form.NFC);
        if (name.isEmpty() || name.length() > MAX_LENGTH || !name.codePoints().allMatch(DisplayName::isAllowed)) {
            throw ServiceException.invalidMember(
                    "name", "name is blank, is too long or contains a disallowed character");
        }
        return name;
    }

    private static boolean isAllowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // Some scripts need joiners. No script needs a character that reverses the direction of the adjacent text.
            case Character.FORMAT -> character == 0x200C || character == 0x200D;
            default -> true;
        };
    }
}
