package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.tokens.session.ClientSessions;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.tokens.session.SessionEnded;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class LogoutNoticesTest {

    @Inject
    LogoutNoticeRepository repository;

    @Inject
    ClientSessions sessions;

    /** Clients whose metadata documents cannot be fetched. */
    private static final class Unreachable implements Clients {

        @Override
        public Optional<Client> find(String clientId) {
            throw new AssertionError("a call to elsewhere, while a transaction waits");
        }

        @Override
        public boolean requiresFetch(String clientId) {
            return true;
        }

        @Override
        public boolean acceptsMetadataDocuments() {
            return true;
        }
    }

    @Test
    void sessionEndDoesNotFetchRemoteClient() {
        LogoutNotices notices = new LogoutNotices(repository, new Unreachable(), sessions, Clock.systemUTC());
        String client = "https://app.example/" + UUID.randomUUID();

        long deleted = QuarkusTransaction.requiringNew().call(() -> {
            notices.onSessionEnded(
                    new SessionEnded(UUID.randomUUID(), UUID.randomUUID(), client, SessionEnd.ENDED_BY_ADMINISTRATOR));
            return repository.delete("clientId", client);
        });

        assertThat(deleted).isEqualTo(1);
    }

    @Test
    void attemptIsClaimedAndNoticeRemovedOnce() {
        Instant later = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS);
        LogoutNotice notice = LogoutNotice.of("https://app.example", UUID.randomUUID(), UUID.randomUUID(), later);
        QuarkusTransaction.requiringNew().run(() -> repository.persist(notice));

        List<Boolean> results = QuarkusTransaction.requiringNew()
                .call(() -> List.of(
                        repository.claim(notice.id, 0, later),
                        repository.claim(notice.id, 0, later),
                        repository.claim(notice.id, 1, later),
                        repository.remove(notice.id),
                        repository.remove(notice.id)));

        assertThat(results).containsExactly(true, false, true, true, false);
    }
}
