package dev.signet.links;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountKind;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.AddressService;
import dev.signet.database.BatchedRemoval;
import dev.signet.links.mail.MailKind;
import dev.signet.links.mail.Outbox;
import dev.signet.links.mail.OutgoingMail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks up for whom a link was asked, and has it sent to those people; out of sight of whoever asked. */
@ApplicationScoped
class RequestAnswers {

    private static final Logger LOG = Logger.getLogger(RequestAnswers.class);
    private static final int BATCH = 64;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final LinkRequestRepository requests;
    private final AccountService accounts;
    private final AddressService addresses;
    private final Outbox outbox;
    private final BatchedRemoval removal;
    private final Clock clock;

    RequestAnswers(
            LinkRequestRepository requests,
            AccountService accounts,
            AddressService addresses,
            Outbox outbox,
            BatchedRemoval removal,
            Clock clock) {
        this.requests = requests;
        this.accounts = accounts;
        this.addresses = addresses;
        this.outbox = outbox;
        this.removal = removal;
        this.clock = clock;
    }

    /** Answers those that wait, the oldest first, each on whichever node takes it. */
    void answerWaiting() {
        for (StoredLinkRequest request : QuarkusTransaction.requiringNew().call(() -> requests.oldest(BATCH))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> answer(request));
            } catch (RuntimeException e) {
                LOG.warn("Cannot process a link request; retrying", e);
            }
        }
    }

    private void answer(StoredLinkRequest request) {
        if (!requests.remove(request.id)) {
            return;
        }
        if (request.purpose == Purpose.REGISTRATION && !addresses.isEmailInUse(request.named)) {
            outbox.add(new OutgoingMail(
                    MailKind.REGISTRATION, null, null, null, request.named, request.language, request.address));
        } else {
            MailKind kind = request.purpose == Purpose.REGISTRATION ? MailKind.ADDRESS_TAKEN : request.purpose.mail();
            for (Account account : named(request)) {
                outbox.add(OutgoingMail.toAccount(kind, account.id(), request.language, request.address));
            }
        }
    }

    private List<Account> named(StoredLinkRequest request) {
        // Both, so that an account whose username equals an e-mail address does not keep the mail from its owner.
        Map<UUID, Account> named = new LinkedHashMap<>();
        if (request.purpose != Purpose.REGISTRATION) {
            accounts.findByUsername(request.named).ifPresent(account -> named.put(account.id(), account));
        }
        addresses.activeUsersByEmail(request.named).forEach(account -> named.putIfAbsent(account.id(), account));
        return named.values().stream()
                .filter(account -> account.enabled() && account.kind() == AccountKind.PERSON)
                .filter(account -> account.email() != null)
                .filter(account -> request.purpose != Purpose.EMAIL_VERIFICATION || !account.emailVerified())
                .toList();
    }

    /** Removes those that nobody could answer in time; returns how many. */
    long removeOld() {
        Instant limit = clock.instant().minus(LONGEST_WAIT);
        return removal.run(() -> requests.removeOlderThan(limit));
    }
}
