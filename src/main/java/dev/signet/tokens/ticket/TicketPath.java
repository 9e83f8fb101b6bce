package dev.signet.tokens.ticket;

import dev.signet.error.ServiceException;

import java.util.regex.Pattern;

/**
 * Paths for which a ticket can be issued: those with exactly one spelling (RFC 3986 §6.2.2). They have no dot segments,
 * empty segments or matrix parameters, and are percent-encoded only where it is required. So two paths are equal if
 * their texts are equal, without decoding.
 */
final class TicketPath {

    private static final int MAX_LENGTH = 500;
    private static final String CHARACTER = "[A-Za-z0-9._~!$&'()*+,=:@-]|%(?:20|[89A-F][0-9A-F])";
    private static final Pattern FORM = Pattern.compile("/|(?:/(?!\\.{1,2}(?:/|$))(?:" + CHARACTER + ")++)++/?");

    private TicketPath() {}

    static boolean isValid(String path) {
        return path.length() <= MAX_LENGTH && FORM.matcher(path).matches();
    }

    /**
     * Validates a path and returns it.
     *
     * @throws ServiceException {@code invalid_request} if it is not a path or has several spellings
     */
    static String accept(String path) {
        if (!isValid(path)) {
            throw ServiceException.invalidMember("path", "path is missing, too long or not in canonical form");
        }
        return path;
    }
}
