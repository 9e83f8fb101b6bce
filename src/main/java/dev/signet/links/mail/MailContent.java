package dev.signet.links.mail;

/** A mail to send, as text and as HTML. */
public record MailContent(String to, String subject, String text, String html) {

    @Override
    public String toString() {
        return "MailContent";
    }
}
