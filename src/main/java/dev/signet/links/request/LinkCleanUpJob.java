package dev.signet.links.request;

import dev.signet.accounts.EmailService;
import dev.signet.links.Links;
import dev.signet.links.admission.Invitations;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** A scheduled removal of expired links, invitations and requests. */
@ApplicationScoped
class LinkCleanUpJob {

    private final Links links;
    private final Invitations invitations;
    private final LinkRequestProcessor requests;
    private final EmailService emails;

    LinkCleanUpJob(Links links, Invitations invitations, LinkRequestProcessor requests, EmailService emails) {
        this.links = links;
        this.invitations = invitations;
        this.requests = requests;
        this.emails = emails;
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
        emails.removeExpired();
    }
}
