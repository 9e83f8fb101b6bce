package dev.signet.tokens.ticket;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Job that removes expired tickets. */
@ApplicationScoped
class TicketCleanUpJob {

    private final Tickets tickets;

    TicketCleanUpJob(Tickets tickets) {
        this.tickets = tickets;
    }

    @Scheduled(
            every = "${signet.tokens.ticket.clean-up-interval:PT1M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        tickets.removeExpired();
    }
}
