package dev.signet.selfservice.security;

import dev.signet.login.passkeys.Passkey;
import dev.signet.selfservice.ShownTime;
import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * A passkey on the page.
 *
 * @param lastUsed null if it was never used
 */
@TemplateData
record PasskeyEntry(
        String id,
        String name,
        String authenticator,
        boolean backedUp,
        ShownTime created,
        @Nullable ShownTime lastUsed) {

    static PasskeyEntry of(Passkey passkey, Locale language) {
        return new PasskeyEntry(
                passkey.id().toString(),
                passkey.name(),
                passkey.authenticator(),
                passkey.backedUp(),
                ShownTime.of(passkey.createdAt(), language),
                passkey.lastUsedAt() == null ? null : ShownTime.of(passkey.lastUsedAt(), language));
    }
}
