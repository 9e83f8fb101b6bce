package dev.signet.tokens.dpop;

import dev.signet.support.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;

import static dev.signet.secrets.SecretDigest.sha256;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class SeenProofsTest {

    @Inject
    SeenProofs seen;

    @Test
    void proofsAreForgottenWhenTheyAreTooOldAndNotBefore() {
        byte[] young = sha256(UUID.randomUUID().toString());
        byte[] old = sha256(UUID.randomUUID().toString());
        assertThat(seen.add(young, Instant.now().plusSeconds(60))).isTrue();
        assertThat(seen.add(old, Instant.now().minusSeconds(1))).isTrue();

        seen.removeExpired();

        assertThat(seen.add(young, Instant.now().plusSeconds(60))).isFalse();
        assertThat(seen.add(old, Instant.now().plusSeconds(60))).isTrue();
    }
}
