package dev.signet.tokens.ticket;

import dev.signet.error.ServiceException;

import java.util.regex.Pattern;

/**
 * Paths that a ticket can be issued for: those with a single spelling (RFC 3986 §6.2.2), without dot segments, empty
 * segments and matrix parameters, and with encoding only where it is required. Equal text therefore means equal path,
 * and nothing has to be decoded.
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
