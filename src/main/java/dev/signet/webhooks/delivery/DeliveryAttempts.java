package dev.signet.webhooks.delivery;

import dev.signet.database.DatabaseClock;
import dev.signet.delivery.DeliveryChannel;
import dev.signet.delivery.RetryDelay;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.fetch.CallPurpose;
import dev.signet.fetch.FetchFailedException;
import dev.signet.fetch.Fetcher;
import dev.signet.webhooks.receiver.Receiver;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/**
 * Attempts to post deliveries (RFC 8935). Times come from the database, because the nodes that share a delivery share
 * no other clock.
 */
@ApplicationScoped
class DeliveryAttempts implements DeliveryChannel<Receiver, EventDelivery, DeliveryOutcome> {

    private static final Logger LOG = Logger.getLogger(DeliveryAttempts.class);
    private static final String MEDIA_TYPE = "application/secevent+jwt";
    private static final int DELAY_FACTOR = 2;
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final Duration RETRY_WHEN_BUSY = Duration.ofSeconds(1);

    private final EventDeliveryRepository deliveries;
    private final SecurityEventTokens tokens;
    private final Fetcher fetcher;
    private final DatabaseClock clock;
    private final Duration retryTime;
    private final RetryDelay retryDelay;
    private final DeliveryCounters counters;

    DeliveryAttempts(
            EventDeliveryRepository deliveries,
            SecurityEventTokens tokens,
            Fetcher fetcher,
            DatabaseClock clock,
            DeliveryConfig config,
            SecureRandom random,
            DeliveryCounters counters) {
        this.deliveries = deliveries;
        this.tokens = tokens;
        this.fetcher = fetcher;
        this.clock = clock;
        this.retryTime = config.retryTime();
        this.retryDelay = new RetryDelay(config.retryDelay(), DELAY_FACTOR, random);
        this.counters = counters;
    }

    @Override
    public boolean claim(EventDelivery delivery) {
        Instant now = clock.now();
        // The lease is longer than an attempt can take. If this node stops during it, another node continues after the
        // lease.
        Instant lease = now.plus(fetcher.maxCallDuration()).plus(MARGIN);
        return deliveries.claim(delivery, now, lease);
    }

    @Override
    public DeliveryOutcome send(Receiver receiver, EventDelivery delivery) {
        long start = System.nanoTime();
        try {
            String token = tokens.sign(receiver, delivery);
            URI url = URI.create(String.valueOf(receiver.url()));
            return DeliveryOutcome.responded(
                    fetcher.post(CallPurpose.WEBHOOK, url, receiver.authorizationHeader(), MEDIA_TYPE, token), start);
        } catch (FetchFailedException e) {
            return e.reason() == FetchFailedException.Reason.BUSY
                    ? DeliveryOutcome.NOT_ATTEMPTED
                    : DeliveryOutcome.notResponded(e, start);
        } catch (ServiceException e) {
            // Any other failure: no key can sign at this moment, so the delivery is tried again.
            return e.code() == ErrorCode.TOKEN_TOO_LARGE ? DeliveryOutcome.tooLarge() : DeliveryOutcome.NOT_ATTEMPTED;
        }
    }

    @Override
    public boolean record(EventDelivery delivery, DeliveryOutcome outcome) {
        Instant now = clock.now();
        if (outcome.equals(DeliveryOutcome.NOT_ATTEMPTED)) {
            deliveries.release(delivery, now.plus(RETRY_WHEN_BUSY));
            return false;
        }
        if (outcome.isAccepted()) {
            end(delivery, DeliveryState.DELIVERED, outcome, now);
        } else if (outcome.isRejectedPermanently() || isOverdue(delivery, now)) {
            LOG.infof(
                    "Receiver %s did not accept delivery %d; the delivery is parked",
                    delivery.receiverId, delivery.position);
            end(delivery, DeliveryState.PARKED, outcome, now);
        } else {
            counters.countFailure();
            deliveries.fail(delivery, outcome, now.plus(retryDelay.after(delivery.attempts + 1)));
        }
        return outcome.isAccepted() || outcome.isRejectedPermanently();
    }

    private void end(EventDelivery delivery, DeliveryState state, DeliveryOutcome outcome, Instant now) {
        counters.countEnd(state);
        deliveries.end(delivery, state, outcome, now);
    }

    private boolean isOverdue(EventDelivery delivery, Instant now) {
        Instant first = delivery.firstAttemptAt;
        return first != null && Duration.between(first, now).compareTo(retryTime) >= 0;
    }
}
