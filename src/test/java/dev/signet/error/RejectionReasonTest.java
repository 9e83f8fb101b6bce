package dev.signet.error;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The text of a rejection in the log. */
class RejectionReasonTest {

    @Test
    void loggedTextContainsCodeAndReason() {
        assertThat(RejectionReason.text(ErrorCode.INVALID_TOKEN, "expired")).isEqualTo("invalid_token: expired");
    }

    @Test
    void loggedTextWithoutReasonIsTheCode() {
        String reason = new ServiceException(ErrorCode.INVALID_TOKEN, null).getMessage();

        assertThat(RejectionReason.text(ErrorCode.INVALID_TOKEN, reason)).isEqualTo("invalid_token");
    }

    @Test
    void laterRejectionReplacesTheTimeToWait() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            CompletableFuture<List<Optional<Duration>>> waits = new CompletableFuture<>();
            VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()).runOnContext(ignored -> {
                ServiceException rejected = new ServiceException(ErrorCode.TOO_MANY_ATTEMPTS, null);
                List<Optional<Duration>> seen = new ArrayList<>();
                RejectionReason.store(rejected.retryAfter(Duration.ofMinutes(1)));
                seen.add(Optional.ofNullable(RejectionReason.retryAfter()));
                RejectionReason.store(new ServiceException(ErrorCode.INVALID_TOKEN, null));
                seen.add(Optional.ofNullable(RejectionReason.retryAfter()));
                waits.complete(seen);
            });

            assertThat(waits.get(10, TimeUnit.SECONDS))
                    .containsExactly(Optional.of(Duration.ofMinutes(1)), Optional.empty());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }
}
