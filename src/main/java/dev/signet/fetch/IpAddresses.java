package dev.signet.fetch;

import dev.signet.fetch.FetchFailedException.Reason;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The resolution of a target's IP addresses: one lookup with a time limit, and validation of every address it finds.
 */
final class IpAddresses {

    private final Resolver resolver;
    private final Predicate<InetAddress> allowed;
    private final ExecutorService lookups;

    IpAddresses(Resolver resolver, Predicate<InetAddress> allowed, int maxConcurrent) {
        this.resolver = resolver;
        this.allowed = allowed;
        // A lookup cannot be interrupted: one that hangs occupies a thread of this pool, not the caller's.
        this.lookups =
                new ThreadPoolExecutor(0, maxConcurrent, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "fetch-lookup");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    List<InetAddress> of(FetchTarget target, Deadline deadline) throws FetchFailedException {
        List<InetAddress> ipAddresses = target.isLiteral() ? List.of(literal(target)) : resolve(target, deadline);
        requireAllowed(target, ipAddresses);
        return ipAddresses;
    }

    /** Validates the IP address in the URL, if its host is one. */
    void requireAllowedLiteral(FetchTarget target) throws FetchFailedException {
        if (target.isLiteral()) {
            requireAllowed(target, List.of(literal(target)));
        }
    }

    private List<InetAddress> resolve(FetchTarget target, Deadline deadline) throws FetchFailedException {
        try {
            return deadline.await(lookups.submit(() -> resolver.resolve(target.host())));
        } catch (RejectedExecutionException e) {
            throw new FetchFailedException(Reason.BUSY, "too many DNS lookups are in progress");
        } catch (ExecutionException e) {
            throw new FetchFailedException(Reason.UNRESOLVED, "the host name cannot be resolved");
        }
    }

    private static InetAddress literal(FetchTarget target) throws FetchFailedException {
        try {
            return InetAddress.getByName(target.bareHost());
        } catch (UnknownHostException e) {
            throw new FetchFailedException(Reason.URL, "the host is not an IP address");
        }
    }

    // Checks all IP addresses, not only the one that is used: a name with a private address is not trustworthy.
    private void requireAllowed(FetchTarget target, List<InetAddress> ipAddresses) throws FetchFailedException {
        if (target.exempt()) {
            return;
        }
        for (InetAddress ipAddress : ipAddresses) {
            if (!allowed.test(ipAddress)) {
                throw new FetchFailedException(Reason.ADDRESS, "an IP address of the host is not public");
            }
        }
    }

    void close() {
        lookups.shutdownNow();
    }
}
