package dev.signet.tokens.ticket;

import dev.signet.error.ServiceException;

import java.util.regex.Pattern;

/**
 * The paths a ticket can be for: those that have one spelling only (RFC 3986 §6.2.2). No dot segment, no empty one, no matrix
 * parameter, and encoded only what cannot stand as it is. So that equal text is equal path, and nothing has to be decoded.
 */
final class TicketPath {

    private static final int LONGEST = 500;
    private static final String CHARACTER = "[A-Za-z0-9._~!$&'()*+,=:@-]|%(?:20|[89A-F][0-9A-F])";
    private static final Pattern FORM = Pattern.compile("/|(?:/(?!\\.{1,2}(?:/|$))(?:" + CHARACTER + ")++)++/?");

    private TicketPath() {}

    static boolean isOne(String path) {
        return path.length() <= LONGEST && FORM.matcher(path).matches();
    }

    /**
     * Returns the path.
     *
     * @throws ServiceException {@code invalid_request} if it is none, or one with several spellings
     */
    static String accept(String path) {
        if (!isOne(path)) {
            throw ServiceException.invalidMember("path", "path is missing, too long or not in canonical form");
        }
        return path;
    }
}
