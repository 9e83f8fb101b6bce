package dev.signet.links;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;

import java.util.Locale;

/** The links that a user can request on a page, with their purposes. */
enum Wish {
    PASSWORD_RESET(Purpose.PASSWORD_RESET),
    SIGN_IN(Purpose.SIGN_IN),
    REGISTRATION(Purpose.REGISTRATION);

    private final Purpose purpose;

    Wish(Purpose purpose) {
        this.purpose = purpose;
    }

    /**
     * Returns the value for the last segment of a path.
     *
     * @throws ServiceException {@code not_found}
     */
    static Wish ofPathSegment(String segment) {
        for (Wish value : values()) {
            if (value.segment().equals(segment)) {
                return value;
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
