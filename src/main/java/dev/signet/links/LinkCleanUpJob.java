package dev.signet.links;

import dev.signet.accounts.AddressService;
import dev.signet.links.admission.Invitations;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** A scheduled removal of expired links, invitations and requests. */
@ApplicationScoped
class LinkCleanUpJob {

    private final Links links;
    private final Invitations invitations;
    private final RequestAnswers requests;
    private final AddressService addresses;

    LinkCleanUpJob(Links links, Invitations invitations, RequestAnswers requests, AddressService addresses) {
        this.links = links;
        this.invitations = invitations;
        this.requests = requests;
        this.addresses = addresses;
    }

    @Scheduled(
            every = "${signet.links.clean-up-interval:PT10M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        links.removeExpired();
        invitations.removeExpired();
        requests.removeOld();
        addresses.removeExpired();
    }
}
