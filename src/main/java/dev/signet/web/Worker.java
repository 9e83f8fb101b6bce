package dev.signet.web;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import java.util.Optional;
import java.util.function.Supplier;

/** Takes from the event loop what waits for the database. */
public final class Worker {

    private Worker() {}

    /** What is there at once, else what the work gives on a worker thread. */
    public static <T> Uni<T> unless(Optional<T> atOnce, Supplier<T> work) {
        return atOnce.map(value -> Uni.createFrom().item(value))
                .orElseGet(() -> Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }
}
