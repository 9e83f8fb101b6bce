package dev.signet.apikeys.authentication;

import dev.signet.jose.ClaimsSet;
import dev.signet.tokens.bearer.AlternativeBearerCredential;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class CachedApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:15:30Z");

    @Test
    void useIsRecordedOnceAMinute() {
        CachedApiKey key = cachedKey();

        assertThat(key.shouldRecordUse(NOW)).isTrue();
        assertThat(key.shouldRecordUse(NOW.plusSeconds(59))).isFalse();
        assertThat(key.shouldRecordUse(NOW.plusSeconds(60))).isTrue();
        assertThat(key.shouldRecordUse(NOW.plusSeconds(61))).isFalse();
    }

    @Test
    void cachedKeyIsReadAgainAfterMaxAge() {
        CachedApiKey key = cachedKey();

        assertThat(key.isFresh(NOW.plus(Duration.ofMinutes(9)))).isTrue();
        assertThat(key.isFresh(NOW.plus(Duration.ofMinutes(10)))).isFalse();
    }

    private static CachedApiKey cachedKey() {
        AlternativeBearerCredential credential =
                new AlternativeBearerCredential(ClaimsSet.builder().build(), UUID.randomUUID());
        return new CachedApiKey(UUID.randomUUID(), credential, null, NOW, null);
    }
}
