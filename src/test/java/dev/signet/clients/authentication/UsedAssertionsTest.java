package dev.signet.clients.authentication;

import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class UsedAssertionsTest {

    @Inject
    UsedAssertions used;

    @Test
    void onlyExpiredAssertionsAreRemoved() {
        String old = UUID.randomUUID().toString();
        String live = UUID.randomUUID().toString();
        Instant past = Instant.parse("2020-01-01T00:00:00Z");
        assertThat(used.consume("client", old, past)).isTrue();
        assertThat(used.consume("client", live, Instant.now().plusSeconds(600))).isTrue();
        assertThat(used.consume("client", old, past)).isFalse();

        assertThat(Sweep.table("client_assertion", past)).isPositive();

        assertThat(used.consume("client", old, past)).isTrue();
        assertThat(used.consume("client", live, Instant.now().plusSeconds(600))).isFalse();
    }
}
