package dev.signet.selfservice.apikeys;

import dev.signet.apikeys.ApiKeyView;
import dev.signet.selfservice.ShownTime;
import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An API key on the page of API keys.
 *
 * @param prefix the first characters, by which users recognise the key
 */
@TemplateData
record ShownApiKey(
        String id,
        String name,
        String prefix,
        List<String> roles,
        ShownTime created,
        @Nullable ShownTime expires,
        @Nullable ShownTime lastUsed) {

    static ShownApiKey of(ApiKeyView key, Locale language) {
        return new ShownApiKey(
                key.id().toString(),
                key.name(),
                key.prefix(),
                key.roles(),
                ShownTime.of(key.createdAt(), language),
                shown(key.expiresAt(), language),
                shown(key.lastUsedAt(), language));
    }

    private static @Nullable ShownTime shown(@Nullable Instant time, Locale language) {
        return time == null ? null : ShownTime.of(time, language);
    }
}
