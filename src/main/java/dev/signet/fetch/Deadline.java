package dev.signet.fetch;

import dev.signet.fetch.FetchFailedException.Reason;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The time limit of one call, measured with a clock that does not change. */
final class Deadline {

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /**
     * Waits for a result, and cancels it when the time is over.
     *
     * @throws FetchFailedException with {@link Reason#TIMEOUT}
     */
    <T> T await(Future<T> future) throws FetchFailedException, ExecutionException {
        try {
            return future.get(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new FetchFailedException(Reason.TIMEOUT, "the call timed out");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.cancel(true);
            throw new FetchFailedException(Reason.TIMEOUT, "the call was interrupted");
        }
    }
}
