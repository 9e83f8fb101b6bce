package dev.signet.login.credentials;

import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body that renames a passkey. */
record PasskeyNameBody(@Schema(examples = "\"Work laptop\"") String name) {

    // Jackson leaves absent members null, although the annotations exclude it.
    @SuppressWarnings({"ConstantValue", "NullAway"})
    PasskeyNameBody {
        if (name == null) {
            throw ServiceException.invalidMember("name", "name is missing");
        }
    }
}
