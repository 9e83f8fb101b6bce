package dev.signet.links.mail.text;

/**
 * The text of a mail, in order of appearance.
 *
 * @param action the label of the button of the link; empty if there is no link
 * @param url the link; empty if there is none
 * @param life the sentence about the time to live of the link
 * @param unexpectedMailAdvice the instruction for a recipient who did not cause the mail
 */
record MailText(String subject, String lead, String action, String url, String life, String unexpectedMailAdvice) {

    MailText(String subject, String lead, String action) {
        this(subject, lead, action, "", "", "");
    }

    MailText with(String link, String validity, String advice) {
        return new MailText(subject, lead, action, link, validity, advice);
    }

    @Override
    public String toString() {
        return "MailText";
    }
}
