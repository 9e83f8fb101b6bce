package dev.signet.web.body;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** Validation of required request bodies; the framework passes null for an empty body. */
public final class RequiredBody {

    private RequiredBody() {}

    /**
     * Returns the body.
     *
     * @throws ServiceException {@code invalid_request} if the body is empty
     */
    public static <T> T of(@Nullable T body) {
        if (body == null) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "the request body is empty");
        }
        return body;
    }
}
