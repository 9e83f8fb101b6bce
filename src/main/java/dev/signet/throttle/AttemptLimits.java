package dev.signet.throttle;

import dev.signet.database.BatchedRemoval;
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
import java.util.concurrent.Callable;

/**
 * Limits guessing. Every attempt is counted before it is made and taken back if it succeeds. Where an account has logged in
 * before, its attempts have a count of their own: neither failures elsewhere nor failures on other accounts shut its owner
 * out there.
 */
@ApplicationScoped
public class AttemptLimits {

    private static final int MAX_TRIES = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AttemptCounters counters;
    private final KnownAddresses addresses;
    private final BatchedRemoval removal;
    private final ThrottleConfig config;
    private final Clock clock;

    AttemptLimits(
            AttemptCounters counters,
            KnownAddresses addresses,
            BatchedRemoval removal,
            ThrottleConfig config,
            Clock clock) {
        this.counters = counters;
        this.addresses = addresses;
        this.removal = removal;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Counts an attempt on an account, which may or may not exist.
     *
     * @param account the form in which usernames are compared
     * @param address the client's IP address, or an empty string if there is none
     * @throws ServiceException {@code too_many_attempts} with the time to wait
     */
    public Attempt begin(String account, String address) {
        return begin(account, address, () -> {});
    }

    /**
     * Begins an attempt as {@link #begin(String, String)}, and reports the first attempt that a limit rejects.
     *
     * @param onFirstRefusal runs for the first attempt that a full limit rejects, and not again in the same window
     */
    public Attempt begin(String account, String address, Runnable onFirstRefusal) {
        String network = Network.of(address);
        try {
            return retrying(() -> count(account, network));
        } catch (LimitReachedException e) {
            if (isFirstRefusal(e)) {
                onFirstRefusal.run();
            }
            throw tooMany(e.end, clock.instant());
        }
    }

    private boolean isFirstRefusal(LimitReachedException e) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return retrying(() ->
                counters.count(CounterKey.ofRefusals(e.key), 1, now, e.end).isEmpty());
    }

    private Attempt count(String account, String network) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant windowEnd = now.plus(config.window());
        byte[] pair = CounterKey.ofKnown(account, network);
        boolean known = addresses.contains(pair, now);
        if (known) {
            count(pair, config.perKnownAddress(), now, windowEnd);
        } else {
            // Always in this order, so that two attempts never wait for each other. A refusal rolls the first back.
            count(CounterKey.ofAddress(network), config.perAddress(), now, windowEnd);
            count(CounterKey.ofAccount(account), config.perAccount(), now, windowEnd);
        }
        return new Attempt(this, account, network, known, windowEnd);
    }

    private void count(byte[] key, int limit, Instant now, Instant windowEnd) {
        counters.count(key, limit, now, windowEnd).ifPresent(end -> {
            throw new LimitReachedException(key, end);
        });
    }

    /**
     * Counts a failed authentication of a client, which may or may not exist. Its secret is too long to be guessed: what is limited
     * is the noise, so whoever shows the right one is not counted and never turned away, whatever others do.
     *
     * @throws ServiceException {@code too_many_attempts} with the time to wait
     */
    public void countClientFailure(String clientId, String address) {
        String network = Network.of(address);
        retrying(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant windowEnd = now.plus(config.window());
            refuseIfFull(counters.count(CounterKey.ofClients(network), config.perAddress(), now, windowEnd), now);
            refuseIfFull(
                    counters.count(CounterKey.ofClient(clientId, network), config.perClient(), now, windowEnd), now);
            return true;
        });
    }

    /**
     * Counts the registration of a client by somebody nobody knows.
     *
     * @throws ServiceException {@code too_many_attempts} with the time to wait
     */
    public void countRegistration(String address) {
        retrying(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            byte[] key = CounterKey.ofRegistrations(Network.of(address));
            refuseIfFull(counters.count(key, config.registrationsPerAddress(), now, now.plus(config.window())), now);
            return true;
        });
    }

    /**
     * Counts a request that stores data for a public or self-registered client. Many users may share an IP address; they wait at most
     * a minute.
     *
     * @return the count, for a request that turns out to have a grant
     * @throws ServiceException {@code too_many_attempts} with the time to wait
     */
    public CountedRequest countPublicRequest(String address) {
        byte[] key = CounterKey.ofPublicClients(Network.of(address));
        Instant windowEnd = countInMinute(key, config.publicRequestsPerMinute());
        return () -> QuarkusTransaction.requiringNew().run(() -> counters.refund(key, windowEnd));
    }

    /**
     * Counts a page that is opened without a session and stores the request that it belongs to.
     *
     * @throws ServiceException {@code too_many_attempts} with the time to wait
     */
    public void countPage(String address) {
        countInMinute(CounterKey.ofPages(Network.of(address)), config.pagesPerMinute());
    }

    private Instant countInMinute(byte[] key, int limit) {
        return retrying(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant windowEnd = now.plus(MINUTE);
            refuseIfFull(counters.count(key, limit, now, windowEnd), now);
            return windowEnd;
        });
    }

    /**
     * Counts a mail that somebody nobody knows asks for.
     *
     * @param name what the mail is asked for, an account or an address that may or may not exist, in the form it is compared in
     * @throws ServiceException {@code too_many_attempts} with the time to wait
     */
    public void countMail(String name, String address) {
        retrying(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant windowEnd = now.plus(config.window());
            byte[] byAddress = CounterKey.ofMailsFrom(Network.of(address));
            refuseIfFull(counters.count(byAddress, config.mailsPerAddress(), now, windowEnd), now);
            refuseIfFull(counters.count(CounterKey.ofMailsTo(name), config.mailsPerName(), now, windowEnd), now);
            return true;
        });
    }

    /**
     * Removes the counted attempts at an account from all IP addresses, within the present transaction. The counters by IP address
     * alone stay: they limit an IP address for all accounts.
     *
     * @param account the form in which usernames are compared
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void clear(String account) {
        byte[] key = CounterKey.ofAccount(account);
        counters.removeOf(key);
        counters.remove(CounterKey.ofRefusals(key));
    }

    private static void refuseIfFull(Optional<Instant> fullUntil, Instant now) {
        fullUntil.ifPresent(end -> {
            throw tooMany(end, now);
        });
    }

    private static ServiceException tooMany(Instant fullUntil, Instant now) {
        return new ServiceException(ErrorCode.TOO_MANY_ATTEMPTS, "the limit of attempts is reached")
                .retryAfter(Duration.between(now, fullUntil));
    }

    void refund(Attempt attempt) {
        QuarkusTransaction.requiringNew().run(() -> takeBack(attempt));
    }

    private void takeBack(Attempt attempt) {
        if (attempt.known) {
            counters.refund(CounterKey.ofKnown(attempt.account, attempt.network), attempt.latestWindowEnd);
        } else {
            counters.refund(CounterKey.ofAddress(attempt.network), attempt.latestWindowEnd);
            counters.refund(CounterKey.ofAccount(attempt.account), attempt.latestWindowEnd);
        }
    }

    void settle(Attempt attempt) {
        retrying(() -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            byte[] pair = CounterKey.ofKnown(attempt.account, attempt.network);
            takeBack(attempt);
            if (attempt.known) {
                addresses.touch(pair, now);
            } else if (!addresses.contains(pair, now)) {
                addresses.add(pair, CounterKey.ofAccount(attempt.account), now);
            }
            return true;
        });
    }

    /** Removes what no longer limits anything; returns how many rows. */
    public long removeExpired() {
        Instant now = clock.instant();
        return removal.run(() -> counters.removeEnded(now)) + removal.run(() -> addresses.removeForgotten(now));
    }

    // Its own transaction, because the count must stand whatever becomes of the attempt. Two first attempts of one key
    // meet in the unique constraint; the later one then finds the row.
    private static <T> T retrying(Callable<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return QuarkusTransaction.requiringNew().call(work);
            } catch (RuntimeException e) {
                if (tries == MAX_TRIES || !UniqueViolation.causedBy(e)) {
                    throw e;
                }
            }
        }
    }
}
