package dev.signet.accounts.name;

/** Characters of usernames and e-mail addresses. */
final class NameCharacters {

    private NameCharacters() {}

    /** Returns whether a character is visible: assigned, and not a control, format or separator character. */
    static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
