package dev.signet.tokens.dpop;

import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;

import static dev.signet.secrets.SecretDigest.sha256;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class UsedProofsTest {

    @Inject
    UsedProofs usedProofs;

    @Test
    void onlyExpiredProofsAreRemoved() {
        byte[] young = sha256(UUID.randomUUID().toString());
        byte[] old = sha256(UUID.randomUUID().toString());
        assertThat(usedProofs.consume(young, Instant.now().plusSeconds(60))).isTrue();
        assertThat(usedProofs.consume(old, Instant.now().minusSeconds(1))).isTrue();

        Sweep.table("dpop_proof");

        assertThat(usedProofs.consume(young, Instant.now().plusSeconds(60))).isFalse();
        assertThat(usedProofs.consume(old, Instant.now().plusSeconds(60))).isTrue();
    }
}
