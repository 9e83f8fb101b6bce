package dev.signet.web;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** A body without which a request means nothing; the framework gives null for an empty one. */
public final class RequiredBody {

    private RequiredBody() {}

    /**
     * Returns the body.
     *
     * @throws ServiceException {@code invalid_request} if there is none
     */
    public static <T> T of(@Nullable T body) {
        if (body == null) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "the request body is empty");
        }
        return body;
    }
}
