package dev.signet.web;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import java.util.Optional;
import java.util.function.Supplier;

/** Execution of database work on worker threads instead of the event loop. */
public final class WorkerThreads {

    private WorkerThreads() {}

    /** Returns the value if it is present; otherwise computes it on a worker thread. */
    public static <T> Uni<T> computeUnlessPresent(Optional<T> available, Supplier<T> work) {
        return available
                .map(value -> Uni.createFrom().item(value))
                .orElseGet(() -> Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }
}
