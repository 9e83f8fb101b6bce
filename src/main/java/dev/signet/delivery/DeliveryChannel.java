package dev.signet.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Channel by which stored deliveries are sent: at least once, and by one node at a time. Claim and outcome have a
 * transaction each, and the call between them has none. If a node stops during an attempt, another node repeats it when
 * the lease of the claim has ended.
 *
 * @param <D> a destination
 * @param <T> a stored delivery
 * @param <O> the outcome of an attempt
 */
public interface DeliveryChannel<D, T, O> {

    /**
     * Claims the next attempt for this node, by one conditional update whose row count decides. Returns false if
     * another node has claimed it.
     */
    boolean claim(T delivery);

    /** Sends a claimed delivery. */
    O send(D destination, T delivery);

    /** Records an outcome. Returns whether the destination can receive further deliveries now. */
    boolean record(T delivery, O outcome);

    /**
     * Executes the next attempt of a delivery, unless another node has claimed it. Returns whether the destination can
     * receive further deliveries now.
     */
    default boolean attempt(D destination, T delivery) {
        if (!QuarkusTransaction.requiringNew().call(() -> claim(delivery))) {
            return true;
        }
        O outcome = send(destination, delivery);
        return QuarkusTransaction.requiringNew().call(() -> record(delivery, outcome));
    }
}
