package dev.signet.fetch;

import dev.signet.fetch.FetchRefusedException.Reason;

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

/** Finds the addresses a call may go to: looked up once, in time, and all of them judged. */
final class Addresses {

    private final Resolver resolver;
    private final Predicate<InetAddress> reachable;
    private final ExecutorService lookups;

    Addresses(Resolver resolver, Predicate<InetAddress> reachable, int atOnce) {
        this.resolver = resolver;
        this.reachable = reachable;
        // A look-up cannot be broken off: one that hangs costs a thread of these, not the caller's.
        this.lookups = new ThreadPoolExecutor(0, atOnce, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "fetch-lookup");
            thread.setDaemon(true);
            return thread;
        });
    }

    List<InetAddress> of(Target target, Deadline deadline) throws FetchRefusedException {
        List<InetAddress> addresses = target.isLiteral() ? List.of(literal(target)) : lookUp(target, deadline);
        requireReachable(target, addresses);
        return addresses;
    }

    /** Judges the address that stands in the URL itself, if one does. */
    void requireReachableLiteral(Target target) throws FetchRefusedException {
        if (target.isLiteral()) {
            requireReachable(target, List.of(literal(target)));
        }
    }

    private List<InetAddress> lookUp(Target target, Deadline deadline) throws FetchRefusedException {
        try {
            return deadline.await(lookups.submit(() -> resolver.resolve(target.host())));
        } catch (RejectedExecutionException e) {
            throw new FetchRefusedException(Reason.BUSY, "too many DNS lookups are in progress");
        } catch (ExecutionException e) {
            throw new FetchRefusedException(Reason.UNRESOLVED, "the host name cannot be resolved");
        }
    }

    private static InetAddress literal(Target target) throws FetchRefusedException {
        try {
            return InetAddress.getByName(target.bareHost());
        } catch (UnknownHostException e) {
            throw new FetchRefusedException(Reason.URL, "the host is not an IP address");
        }
    }

    // All of them, not only the one that is tried: a name with one foot inside is not a stranger's.
    private void requireReachable(Target target, List<InetAddress> addresses) throws FetchRefusedException {
        if (target.exempt()) {
            return;
        }
        for (InetAddress address : addresses) {
            if (!reachable.test(address)) {
                throw new FetchRefusedException(Reason.ADDRESS, "an IP address of the host is not public");
            }
        }
    }

    void close() {
        lookups.shutdownNow();
    }
}
