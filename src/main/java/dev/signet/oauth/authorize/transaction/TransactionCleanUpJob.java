package dev.signet.oauth.authorize.transaction;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Scheduled job that removes expired transactions. */
@ApplicationScoped
class TransactionCleanUpJob {

    private final AuthorizationTransactions transactions;

    TransactionCleanUpJob(AuthorizationTransactions transactions) {
        this.transactions = transactions;
    }

    @Scheduled(
            every = "${signet.oauth.authorize.clean-up-interval:PT10M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        transactions.removeExpired();
    }
}
