package dev.signet.compat;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.RequiredBody;
import org.jspecify.annotations.Nullable;

/** What both libraries' views ask of a body. */
final class Fields {

    private static final int LONGEST = 16_384;

    private Fields() {}

    /** The body, if the profile is on: without it there is nothing here. */
    static <T> T required(boolean profile, @Nullable T body) {
        if (!profile) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "the compatibility profile is disabled");
        }
        return RequiredBody.of(body);
    }

    static String required(String name, @Nullable String value) {
        if (value == null || value.isEmpty() || value.length() > LONGEST) {
            throw ServiceException.invalidMember(name, name + " is missing, empty or too long");
        }
        return value;
    }
}
