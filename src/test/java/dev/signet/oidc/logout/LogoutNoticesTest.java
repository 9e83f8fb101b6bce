package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.support.OnBothStacks;
import dev.signet.tokens.session.ClientSessions;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.tokens.session.SessionEnded;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class LogoutNoticesTest {

    @Inject
    LogoutNoticeRepository repository;

    @Inject
    BackchannelLogout backchannel;

    @Inject
    ClientSessions sessions;

    @Inject
    LogoutConfig config;

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
        LogoutNotices notices = new LogoutNotices(
                repository, backchannel, new Unreachable(), sessions, config, Clock.systemUTC(), new SecureRandom());
        String client = "https://app.example/" + UUID.randomUUID();

        long deleted = QuarkusTransaction.requiringNew().call(() -> {
            notices.onSessionEnded(
                    new SessionEnded(UUID.randomUUID(), UUID.randomUUID(), client, SessionEnd.ENDED_BY_ADMINISTRATOR));
            return repository.delete("clientId", client);
        });

        assertThat(deleted).isEqualTo(1);
    }
}
