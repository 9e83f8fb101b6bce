package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.delivery.DeliveryChannel;
import dev.signet.delivery.Lanes;
import dev.signet.delivery.RetryDelay;
import dev.signet.fetch.CallPurpose;
import dev.signet.fetch.FetchFailedException;
import dev.signet.fetch.Fetcher;
import dev.signet.fetch.PostResult;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Delivery of notices to clients, as logout tokens (OpenID Connect Back-Channel Logout §2.5). */
@Singleton
final class BackchannelLogout implements DeliveryChannel<Client, LogoutNotice, Boolean> {

    private static final Logger LOG = Logger.getLogger(BackchannelLogout.class);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int BAD_REQUEST = 400;
    private static final int BATCH = 64;
    private static final int BACKOFF_FACTOR = 4;
    private static final Duration TIME_PER_CLIENT = Duration.ofSeconds(1);

    private final LogoutNoticeRepository repository;
    private final Clients clients;
    private final LogoutTokens tokens;
    private final Fetcher fetcher;
    private final Clock clock;
    private final int maxAttempts;
    private final RetryDelay retryDelay;

    BackchannelLogout(
            LogoutNoticeRepository repository,
            Clients clients,
            LogoutTokens tokens,
            Fetcher fetcher,
            LogoutConfig config,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.clients = clients;
        this.tokens = tokens;
        this.fetcher = fetcher;
        this.clock = clock;
        this.maxAttempts = config.attempts();
        this.retryDelay = new RetryDelay(config.retryDelay(), BACKOFF_FACTOR, random);
    }

    static boolean isSupportedBy(Client client) {
        return client.uris().backchannelLogoutUri() != null;
    }

    /** Starts the delivery of due notices, with one lane per client; does not wait for any of them. */
    void deliver(Lanes lanes) {
        QuarkusTransaction.requiringNew()
                .call(() -> repository.findDueClients(clock.instant(), BATCH))
                .forEach(clientId -> lanes.offer("client " + clientId, () -> deliverTo(clientId, lanes)));
    }

    // The client is not called again in this run after a failure, after the lanes are stopped, or when its time is used
    // up. After a failure, the
    // other due notices of the client count as attempted. Otherwise notices could arrive faster than they expire.
    private void deliverTo(String clientId, Lanes lanes) {
        Optional<Client> client = clients.find(clientId).filter(BackchannelLogout::isSupportedBy);
        boolean reachable = true;
        long end = System.nanoTime() + TIME_PER_CLIENT.toNanos();
        for (LogoutNotice notice :
                QuarkusTransaction.requiringNew().call(() -> repository.findDue(clientId, clock.instant(), BATCH))) {
            if (lanes.isStopped()) {
                return;
            }
            if (client.isEmpty() || notice.attempts >= maxAttempts) {
                LOG.infof(
                        "Back-channel logout of client %s for session %s failed after the last attempt",
                        notice.clientId, notice.sessionId);
                QuarkusTransaction.requiringNew().run(() -> repository.remove(notice.id));
            } else if (!reachable) {
                QuarkusTransaction.requiringNew().run(() -> claim(notice));
            } else if (System.nanoTime() - end < 0) {
                reachable = attempt(client.get(), notice);
            }
        }
    }

    // The claim already sets the time of the next attempt. An attempt takes less time than the shortest delay, so no
    // other node claims the notice during it.
    @Override
    public boolean claim(LogoutNotice notice) {
        Instant next = clock.instant().plus(retryDelay.after(notice.attempts + 1));
        return repository.claim(notice.id, notice.attempts, next);
    }

    /**
     * Sends a logout token and returns whether the delivery is final: the client accepted the token, or rejected it
     * with status 400 (§2.8). Every other failure may be temporary.
     */
    @Override
    public Boolean send(Client client, LogoutNotice notice) {
        // A compact JWT contains no character that a form encodes.
        String body = "logout_token=" + tokens.issue(notice, client);
        try {
            PostResult result = fetcher.post(
                    CallPurpose.LOGOUT_NOTICE,
                    URI.create(Objects.requireNonNull(client.uris().backchannelLogoutUri())),
                    FORM,
                    body);
            if (!result.isAccepted()) {
                LOG.infof(
                        "Client %s returned status %d to the back-channel logout request",
                        client.id(), result.status());
            }
            return result.isAccepted() || result.status() == BAD_REQUEST;
        } catch (FetchFailedException e) {
            LOG.infof("Cannot send the back-channel logout request to client %s: %s", client.id(), e.getMessage());
            return false;
        }
    }

    @Override
    public boolean record(LogoutNotice notice, Boolean isFinal) {
        if (isFinal) {
            repository.remove(notice.id);
        }
        return isFinal;
    }
}
