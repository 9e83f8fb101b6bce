package dev.signet.links.request;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountKind;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.EmailService;
import dev.signet.links.LinkPurpose;
import dev.signet.links.mail.MailKind;
import dev.signet.links.mail.MailOutbox;
import dev.signet.links.mail.MailSource;
import dev.signet.links.mail.OutgoingMail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Processes requests for links in the background: finds the matching accounts and adds their mails to the outbox. */
@ApplicationScoped
class LinkRequestProcessor implements MailSource {

    private static final Logger LOG = Logger.getLogger(LinkRequestProcessor.class);
    private static final int BATCH = 64;

    private final LinkRequestRepository requests;
    private final AccountService accounts;
    private final EmailService emails;
    private final MailOutbox outbox;

    LinkRequestProcessor(
            LinkRequestRepository requests, AccountService accounts, EmailService emails, MailOutbox outbox) {
        this.requests = requests;
        this.accounts = accounts;
        this.emails = emails;
        this.outbox = outbox;
    }

    /** Processes waiting requests, oldest first; each request is processed by the node that claims it. */
    @Override
    public void addWaitingMails() {
        for (StoredLinkRequest request : QuarkusTransaction.requiringNew().call(() -> requests.oldest(BATCH))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> process(request));
            } catch (RuntimeException e) {
                LOG.warn("Cannot process a link request; retrying", e);
            }
        }
    }

    private void process(StoredLinkRequest request) {
        if (!requests.remove(request.id)) {
            return;
        }
        if (request.purpose == LinkPurpose.REGISTRATION && !emails.isEmailInUse(request.usernameOrEmail)) {
            outbox.add(new OutgoingMail(
                    MailKind.REGISTRATION,
                    null,
                    null,
                    null,
                    request.usernameOrEmail,
                    request.language,
                    request.ipAddress));
        } else {
            MailKind kind =
                    request.purpose == LinkPurpose.REGISTRATION ? MailKind.ADDRESS_TAKEN : request.purpose.mail();
            for (Account account : findAccounts(request)) {
                outbox.add(OutgoingMail.toAccount(kind, account.id(), request.language, request.ipAddress));
            }
        }
    }

    private List<Account> findAccounts(StoredLinkRequest request) {
        // Both lookups are needed, so that an account whose username equals an e-mail address does not keep the mail
        // from the owner of that address.
        Map<UUID, Account> accountsById = new LinkedHashMap<>();
        if (request.purpose != LinkPurpose.REGISTRATION) {
            accounts.findByUsername(request.usernameOrEmail)
                    .ifPresent(account -> accountsById.put(account.id(), account));
        }
        emails.activeUsersByEmail(request.usernameOrEmail)
                .forEach(account -> accountsById.putIfAbsent(account.id(), account));
        return accountsById.values().stream()
                .filter(account -> account.enabled() && account.kind() == AccountKind.PERSON)
                .filter(account -> account.email() != null)
                .filter(account -> request.purpose != LinkPurpose.EMAIL_VERIFICATION || !account.emailVerified())
                .toList();
    }
}
