package dev.signet.links;

/**
 * The words of a mail, in their order.
 *
 * @param action what the link does, for the button; empty if there is none
 * @param url the link; empty if there is none
 * @param life how long it is good
 * @param otherwise what to do if it was not oneself
 */
record LetterText(String subject, String lead, String action, String url, String life, String otherwise) {

    LetterText(String subject, String lead, String action) {
        this(subject, lead, action, "", "", "");
    }

    LetterText with(String link, String howLong, String ifNot) {
        return new LetterText(subject, lead, action, link, howLong, ifNot);
    }

    @Override
    public String toString() {
        return "LetterText";
    }
}
