package dev.signet.links.mail;

/** A mail as it is sent, in two forms. */
public record Letter(String to, String subject, String text, String html) {

    @Override
    public String toString() {
        return "Letter";
    }
}
