package dev.signet.throttle;

import dev.signet.database.UniqueViolation;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * The limits of guessing. Every attempt is counted before it is made and removed from the count if it succeeds. A known
 * IP address, from which the account has signed in before, has a separate counter. So failures from other IP addresses
 * or on other accounts do not lock out the owner there.
 */
@ApplicationScoped
public class AttemptLimits {

    private static final int MAX_RETRIES = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AttemptCounters counters;
    private final KnownIpAddresses knownIpAddresses;
    private final ThrottleConfig config;
    private final ThrottleCounters throttled;
    private final Clock clock;

    AttemptLimits(
            AttemptCounters counters,
            KnownIpAddresses knownIpAddresses,
            ThrottleConfig config,
            ThrottleCounters throttled,
            Clock clock) {
        this.counters = counters;
        this.knownIpAddresses = knownIpAddresses;
        this.config = config;
        this.throttled = throttled;
        this.clock = clock;
    }

    /**
     * Counts an attempt on an account, which may or may not exist.
     *
     * @param account the normalized username
     * @param ipAddress the client's IP address, or an empty string if there is none
     * @throws ServiceException {@code too_many_attempts} with the time to wait
     */
    public Attempt begin(String account, String ipAddress) {
        return begin(account, ipAddress, () -> {});
    }

    /**
     * Counts an attempt like {@link #begin(String, String)} and reports the first attempt that a limit rejects.
     *
     * @param onFirstRejection runs for the first attempt that a full counter rejects, and not again in the same window
     */
    public Attempt begin(String account, String ipAddress, Runnable onFirstRejection) {
        String network = Network.of(ipAddress);
        try {
            return retrying(() -> count(account, network));
        } catch (LimitReachedException e) {
            throttled.count(e.limit);
            if (isFirstRejection(e)) {
                onFirstRejection.run();
            }
            throw tooMany(e.end, clock.instant());
        }
    }

    private boolean isFirstRejection(LimitReachedException e) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return retrying(() ->
                counters.count(CounterKey.ofRejections(e.key), 1, now, e.end).isEmpty());
    }

    private Attempt count(String account, String network) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant windowEnd = now.plus(config.window());
        byte[] pair = CounterKey.ofKnown(account, network);
        boolean knownIpAddress = knownIpAddresses.contains(pair, now);
        if (knownIpAddress) {
            count(pair, Limit.PER_KNOWN_ADDRESS, config.perKnownAddress(), now, windowEnd);
        } else {
            // Always in this order, so that two attempts never deadlock. A rejection rolls back the first counter.
            count(CounterKey.ofIpAddress(network), Limit.PER_ADDRESS, config.perAddress(), now, windowEnd);
            count(CounterKey.ofAccount(account), Limit.PER_ACCOUNT, config.perAccount(), now, windowEnd);
        }
        return new Attempt(this, account, network, knownIpAddress, windowEnd);
    }

    private void count(byte[] key, Limit limit, int maximum, Instant now, Instant windowEnd) {
        counters.count(key, maximum, now, windowEnd).ifPresent(end -> {
            throw new LimitReachedException(limit, key, end);
        });
    }

    /**
     * Counts a failed authentication of a client, which may or may not exist. A client secret is too long to guess, so
     * only failures are limited. A client with the correct secret is neither counted nor rejected, regardless of other
     * failures.
     *
     * @throws ServiceException {@code too_many_attempts} with the time to wait
     */
    public void countClientFailure(String clientId, String ipAddress) {
        String network = Network.of(ipAddress);
        retrying(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant windowEnd = now.plus(config.window());
            byte[] byIpAddress = CounterKey.ofClients(network);
            rejectIfFull(Limit.PER_ADDRESS, counters.count(byIpAddress, config.perAddress(), now, windowEnd), now);
            byte[] byClient = CounterKey.ofClient(clientId, network);
            rejectIfFull(Limit.PER_CLIENT, counters.count(byClient, config.perClient(), now, windowEnd), now);
            return true;
        });
    }

    /**
     * Counts a client registration without authentication.
     *
     * @throws ServiceException {@code too_many_attempts} with the time to wait
     */
    public void countRegistration(String ipAddress) {
        retrying(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            byte[] key = CounterKey.ofRegistrations(Network.of(ipAddress));
            rejectIfFull(
                    Limit.REGISTRATIONS_PER_ADDRESS,
                    counters.count(key, config.registrationsPerAddress(), now, now.plus(config.window())),
                    now);
            return true;
        });
    }

    /**
     * Counts a request that stores data for a public or self-registered client. Many users may share an IP address;
     * they wait at most a minute.
     *
     * @return the counted request, which the caller withdraws if the request succeeds
     * @throws ServiceException {@code too_many_attempts} with the time to wait
     */
    public CountedRequest countPublicRequest(String ipAddress) {
        byte[] key = CounterKey.ofPublicClients(Network.of(ipAddress));
        Instant windowEnd = countInMinute(key, Limit.PUBLIC_REQUESTS_PER_MINUTE, config.publicRequestsPerMinute());
        return () -> QuarkusTransaction.requiringNew().run(() -> counters.decrement(key, windowEnd));
    }

    /**
     * Counts a page that stores the request that it belongs to (one that is opened without a session, or a sign-in page),
     * or a started ceremony of a passkey.
     *
     * @throws ServiceException {@code too_many_attempts} with the time to wait
     */
    public void countPage(String ipAddress) {
        countInMinute(CounterKey.ofPages(Network.of(ipAddress)), Limit.PAGES_PER_MINUTE, config.pagesPerMinute());
    }

    private Instant countInMinute(byte[] key, Limit limit, int maximum) {
        return retrying(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant windowEnd = now.plus(MINUTE);
            rejectIfFull(limit, counters.count(key, maximum, now, windowEnd), now);
            return windowEnd;
        });
    }

    /**
     * Counts a mail that an unauthenticated client requests.
     *
     * @param name the normalized username or e-mail address of the request, which may or may not exist
     * @throws ServiceException {@code too_many_attempts} with the time to wait
     */
    public void countMail(String name, String ipAddress) {
        retrying(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant windowEnd = now.plus(config.window());
            byte[] byIpAddress = CounterKey.ofMailsFrom(Network.of(ipAddress));
            rejectIfFull(
                    Limit.MAILS_PER_ADDRESS,
                    counters.count(byIpAddress, config.mailsPerAddress(), now, windowEnd),
                    now);
            byte[] byName = CounterKey.ofMailsTo(name);
            rejectIfFull(Limit.MAILS_PER_NAME, counters.count(byName, config.mailsPerName(), now, windowEnd), now);
            return true;
        });
    }

    /**
     * Counts a download of the data of an account.
     *
     * @throws ServiceException {@code too_many_attempts} with the time to wait
     */
    public void countExport(UUID accountId) {
        retrying(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Optional<Instant> fullUntil = counters.count(
                    CounterKey.ofExports(accountId), config.exportsPerAccount(), now, now.plus(config.window()));
            rejectIfFull(Limit.EXPORTS_PER_ACCOUNT, fullUntil, now);
            return true;
        });
    }

    /**
     * Deletes the counted attempts on an account from all IP addresses, within the current transaction. The counters
     * per IP address remain: they limit an IP address for all accounts.
     *
     * @param account the normalized username
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void clear(String account) {
        byte[] key = CounterKey.ofAccount(account);
        counters.removeOf(key);
        counters.remove(CounterKey.ofRejections(key));
    }

    private void rejectIfFull(Limit limit, Optional<Instant> fullUntil, Instant now) {
        fullUntil.ifPresent(end -> {
            throttled.count(limit);
            throw tooMany(end, now);
        });
    }

    private static ServiceException tooMany(Instant fullUntil, Instant now) {
        return new ServiceException(ErrorCode.TOO_MANY_ATTEMPTS, "the limit of attempts is reached")
                .retryAfter(Duration.between(now, fullUntil));
    }

    void withdraw(Attempt attempt) {
        QuarkusTransaction.requiringNew().run(() -> removeFromCount(attempt));
    }

    private void removeFromCount(Attempt attempt) {
        if (attempt.knownIpAddress) {
            counters.decrement(CounterKey.ofKnown(attempt.account, attempt.network), attempt.latestWindowEnd);
        } else {
            counters.decrement(CounterKey.ofIpAddress(attempt.network), attempt.latestWindowEnd);
            counters.decrement(CounterKey.ofAccount(attempt.account), attempt.latestWindowEnd);
        }
    }

    void recordSuccess(Attempt attempt) {
        retrying(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            byte[] pair = CounterKey.ofKnown(attempt.account, attempt.network);
            removeFromCount(attempt);
            if (attempt.knownIpAddress) {
                knownIpAddresses.touch(pair, now);
            } else if (!knownIpAddresses.contains(pair, now)) {
                knownIpAddresses.add(pair, CounterKey.ofAccount(attempt.account), now);
            }
            return true;
        });
    }

    // Runs the work in its own transaction, because the count must remain regardless of the attempt's result. Two first
    // attempts with the same key violate the unique constraint; the later one is retried and finds the row.
    private static <T> T retrying(Callable<T> transaction) {
        for (int attempts = 1; ; attempts++) {
            try {
                return QuarkusTransaction.requiringNew().call(transaction);
            } catch (RuntimeException e) {
                if (attempts == MAX_RETRIES || !UniqueViolation.isCauseOf(e)) {
                    throw e;
                }
            }
        }
    }
}
