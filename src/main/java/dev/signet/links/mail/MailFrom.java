package dev.signet.links.mail;

import dev.signet.accounts.name.EmailAddress;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The sender of mails.
 *
 * @param header value of the header field {@code From}: display name and address (RFC 5322 §3.4), in ASCII
 */
record MailFrom(String header, String email) {

    // The maximum number of bytes whose encoded word has at most 75 characters (RFC 2047 §2).
    private static final int MAX_WORD_BYTES = 45;

    /**
     * Reads {@code quarkus.mailer.from}: an e-mail address, or a display name and an e-mail address in angle brackets.
     *
     * @param service the display name if there is none
     */
    static MailFrom parse(String from, String service) {
        int open = from.lastIndexOf('<');
        int close = from.lastIndexOf('>');
        boolean named = open >= 0 && close > open;
        String email = EmailAddress.deliverable(named ? from.substring(open + 1, close) : from);
        String displayName = named ? from.substring(0, open).strip() : "";
        String name = (displayName.isEmpty() ? service : displayName).replaceAll("[\"\\\\\\p{Cntrl}]", "");
        return new MailFrom(phrase(name) + " <" + email + ">", email);
    }

    /** Returns the domain of the e-mail address, for message ids. */
    String domain() {
        return email.substring(email.lastIndexOf('@') + 1);
    }

    private static String phrase(String name) {
        if (name.chars().allMatch(character -> character < 0x80)) {
            return '"' + name + '"';
        }
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        for (int point : name.codePoints().toArray()) {
            String character = Character.toString(point);
            if (bytes(word + character).length > MAX_WORD_BYTES) {
                words.append(encoded(word)).append(' ');
                word.setLength(0);
            }
            word.append(character);
        }
        return words.append(encoded(word)).toString();
    }

    private static String encoded(CharSequence word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(word)) + "?=";
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
