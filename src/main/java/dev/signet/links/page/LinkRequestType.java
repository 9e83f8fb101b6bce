package dev.signet.links.page;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.links.LinkPurpose;

import java.util.Locale;

/** The links that a user can request on a page, with their purposes. */
enum LinkRequestType {
    PASSWORD_RESET(LinkPurpose.PASSWORD_RESET),
    SIGN_IN(LinkPurpose.SIGN_IN),
    REGISTRATION(LinkPurpose.REGISTRATION);

    private final LinkPurpose purpose;

    LinkRequestType(LinkPurpose purpose) {
        this.purpose = purpose;
    }

    /**
     * Returns the value for the last segment of a path.
     *
     * @throws ServiceException {@code not_found}
     */
    static LinkRequestType ofPathSegment(String segment) {
        for (LinkRequestType value : values()) {
            if (value.segment().equals(segment)) {
                return value;
            }
        }
        throw new ServiceException(ErrorCode.NOT_FOUND, "page not found");
    }

    LinkPurpose purpose() {
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
