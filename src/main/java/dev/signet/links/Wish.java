package dev.signet.links;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;

import java.util.Locale;

/** What somebody may ask for on a page, and which link that means. */
enum Wish {
    PASSWORD_RESET(Purpose.PASSWORD_RESET),
    SIGN_IN(Purpose.SIGN_IN),
    REGISTRATION(Purpose.REGISTRATION);

    private final Purpose purpose;

    Wish(Purpose purpose) {
        this.purpose = purpose;
    }

    /**
     * The wish of the last segment of a path.
     *
     * @throws ServiceException {@code not_found}
     */
    static Wish ofSegment(String segment) {
        for (Wish wish : values()) {
            if (wish.segment().equals(segment)) {
                return wish;
            }
        }
        throw new ServiceException(ErrorCode.NOT_FOUND, "page not found");
    }

    Purpose purpose() {
        return purpose;
    }

    String path() {
        return LinkPageResource.PATH + "/new/" + segment();
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    private String segment() {
        return wire().replace('_', '-');
    }
}
