package dev.signet.webhooks.delivery;

import dev.signet.error.ErrorCode;
import dev.signet.fetch.FetchFailedException;
import dev.signet.fetch.PostResult;
import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * The outcome of one attempt.
 *
 * @param status the status of the response; null if there was none
 * @param failure the reason for a missing response, as a stable code
 */
record DeliveryOutcome(@Nullable Integer status, @Nullable String failure, int latencyMillis) {

    /** The code of a permanent rejection by the receiver. */
    static final String REFUSED = "refused";

    /** The outcome if no attempt can be made at this moment. */
    static final DeliveryOutcome NOT_ATTEMPTED = new DeliveryOutcome(null, null, 0);

    private static final int BAD_REQUEST = 400;
    private static final int NANOS_PER_MILLI = 1_000_000;

    static DeliveryOutcome responded(PostResult result, long start) {
        return new DeliveryOutcome(
                result.status(), !result.isAccepted() && result.status() == BAD_REQUEST ? REFUSED : null, since(start));
    }

    static DeliveryOutcome notResponded(FetchFailedException rejection, long start) {
        return new DeliveryOutcome(null, rejection.reason().name().toLowerCase(Locale.ROOT), since(start));
    }

    /** Returns the outcome of a delivery whose event token would be too long: no attempt, now or later. */
    static DeliveryOutcome tooLarge() {
        return new DeliveryOutcome(null, ErrorCode.TOKEN_TOO_LARGE.wire(), 0);
    }

    boolean isAccepted() {
        return status != null && new PostResult(status).isAccepted();
    }

    /**
     * Returns whether the receiver permanently rejected the event (RFC 8935 §2.3). Another attempt would fail too.
     */
    boolean isRejectedPermanently() {
        return REFUSED.equals(failure) || ErrorCode.TOKEN_TOO_LARGE.wire().equals(failure);
    }

    private static int since(long start) {
        return (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - start) / NANOS_PER_MILLI);
    }
}
