package dev.signet.links;

import dev.signet.accounts.event.AccessReduced;
import dev.signet.accounts.event.AccessReductionReason;
import dev.signet.database.UniqueViolation;
import dev.signet.links.mail.MailKind;
import dev.signet.links.mail.MailOutbox;
import dev.signet.secrets.SecretDigest;
import dev.signet.secrets.TokenPrefix;
import dev.signet.tokens.notbefore.NotBeforeSet;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Sent links: 256 random bits each, of which only the SHA-256 is stored. Only the latest link of a purpose and subject
 * is valid. All links of an account end when it loses access, its password changes, or everything issued to it is
 * revoked. Links that undo a change of the e-mail address outlive most of these events.
 */
@ApplicationScoped
public class Links {

    private static final int MAX_ATTEMPTS = 10;
    private static final Set<AccessReductionReason> REASONS_KEEPING_UNDO = Set.of(
            AccessReductionReason.EMAIL_CHANGED,
            AccessReductionReason.EMAIL_CHANGE_UNDONE,
            AccessReductionReason.PASSWORD_CHANGED,
            AccessReductionReason.PASSWORD_RESET,
            AccessReductionReason.FACTOR_ENROLLED,
            AccessReductionReason.FACTOR_REMOVED,
            AccessReductionReason.PASSKEY_REMOVED,
            AccessReductionReason.ROLE_REMOVED);

    private final LinkRepository repository;
    private final MailOutbox outbox;
    private final Clock clock;
    private final SecureRandom random;

    Links(LinkRepository repository, MailOutbox outbox, Clock clock, SecureRandom random) {
        this.repository = repository;
        this.outbox = outbox;
        this.clock = clock;
        this.random = random;
    }

    /** Creates a link that replaces the earlier one of the same purpose and subject, and returns its token. */
    public String issue(NewLink link) {
        String token = TokenPrefix.ACTION_TOKEN.randomToken(random);
        for (int tries = 1; ; tries++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> replace(link, token));
                return token;
            } catch (RuntimeException e) {
                // Concurrent requests violate the unique constraint; the later one then finds the row.
                if (tries == MAX_ATTEMPTS || !UniqueViolation.isCauseOf(e)) {
                    throw e;
                }
            }
        }
    }

    private void replace(NewLink link, String token) {
        repository.removeOlder(link.purpose(), link.subject());
        repository.persistAndFlush(new StoredLink(SecretDigest.sha256(token), link));
    }

    /** Returns the link of a token; empty if it is unknown, used, replaced or expired. */
    @Transactional
    Optional<ValidLink> find(String token) {
        return TokenPrefix.ACTION_TOKEN.isRandomToken(token)
                ? repository
                        .findUnexpired(SecretDigest.sha256(token), clock.instant())
                        .map(StoredLink::view)
                : Optional.empty();
    }

    /** Consumes a link within the current transaction. Returns false if another request already did. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean consume(ValidLink link) {
        return repository.consume(link.id(), clock.instant());
    }

    void onAccessReduced(@Observes AccessReduced event) {
        // Otherwise an attacker could change the password to end the link that undoes the change.
        if (REASONS_KEEPING_UNDO.contains(event.reason())) {
            repository.removeOf(event.accountId(), LinkPurpose.EMAIL_CHANGE_UNDO);
            outbox.withdraw(event.accountId(), MailKind.EMAIL_CHANGE);
        } else {
            removeAll(event.accountId());
        }
    }

    // All links end, independent of the time of the revocation and of their purpose: the recipients can request new
    // ones.
    void onNotBeforeSet(@Observes NotBeforeSet event) {
        removeAll(event.accountId());
        outbox.withdraw(event.accountId(), MailKind.EMAIL_CHANGE_UNDO);
    }

    private void removeAll(UUID accountId) {
        repository.removeOf(accountId);
        // Mails of other kinds are sent to an address that the account has, whose owner could request them again.
        outbox.withdraw(accountId, MailKind.EMAIL_CHANGE);
    }
}
