package dev.signet.links.admission;

import dev.signet.accounts.AccountService;
import dev.signet.accounts.EmailService;
import dev.signet.accounts.name.EmailAddress;
import dev.signet.accounts.name.Username;
import dev.signet.accounts.role.RoleService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.UniqueViolation;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import dev.signet.links.mail.MailKind;
import dev.signet.links.mail.MailOutbox;
import dev.signet.links.mail.MailSetup;
import dev.signet.links.mail.OutgoingMail;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Invitations to create an account, by a link sent to an e-mail address. An address has only its latest invitation. */
@ApplicationScoped
public class Invitations implements SettingsCheck {

    private static final Settings SETTINGS = Settings.under("signet.links.invitation");

    private final InvitationRepository repository;
    private final UserRegistrationPolicy registrationPolicy;
    private final AccountService accounts;
    private final EmailService emails;
    private final RoleService roles;
    private final MailOutbox outbox;
    private final MailSetup mail;
    private final SecurityEvents events;
    private final InvitationConfig config;
    private final Clock clock;

    Invitations(
            InvitationRepository repository,
            UserRegistrationPolicy registrationPolicy,
            AccountService accounts,
            EmailService emails,
            RoleService roles,
            MailOutbox outbox,
            MailSetup mail,
            SecurityEvents events,
            InvitationConfig config,
            Clock clock) {
        this.repository = repository;
        this.registrationPolicy = registrationPolicy;
        this.accounts = accounts;
        this.emails = emails;
        this.roles = roles;
        this.outbox = outbox;
        this.mail = mail;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void check() {
        SETTINGS.positive("ttl", config.ttl());
    }

    /**
     * Invites the owner of an e-mail address.
     *
     * @param username the username of the future account; null lets the invited user choose it
     * @throws ServiceException {@code registration_closed}, {@code mail_not_configured}; {@code conflict} if an account
     *     has the e-mail address; {@code username_taken}; {@code invalid_request}
     */
    Invitation create(
            String email, @Nullable String username, Set<String> roleNames, @Nullable UUID actor, String language) {
        registrationPolicy.requireInvitations();
        mail.require();
        StoredInvitation invitation = new StoredInvitation();
        invitation.id = UUID.randomUUID();
        invitation.email = EmailAddress.accept(email);
        invitation.emailKey = EmailAddress.key(invitation.email);
        if (username != null) {
            invitation.username = Username.accept(username);
            Username.requireVerifiedIfEmailLike(invitation.username, invitation.email);
        }
        invitation.invitedBy = actor;
        invitation.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        invitation.expiresAt = invitation.createdAt.plus(config.ttl());
        invitation.roles = new HashSet<>(roleNames);
        OutgoingMail outgoingMail =
                new OutgoingMail(MailKind.INVITATION, null, invitation.id, null, null, language, "");
        try {
            return QuarkusTransaction.joiningExisting().call(() -> store(invitation, outgoingMail));
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                throw new ServiceException(ErrorCode.CONFLICT, "a concurrent request invites the e-mail address");
            }
            throw e;
        }
    }

    private Invitation store(StoredInvitation invitation, OutgoingMail outgoingMail) {
        roles.requireExisting(invitation.roles);
        if (emails.isEmailInUse(invitation.email)) {
            throw new ServiceException(ErrorCode.CONFLICT, "an account already has the e-mail address");
        }
        if (invitation.username != null
                && accounts.findByUsername(invitation.username).isPresent()) {
            throw new ServiceException(ErrorCode.USERNAME_TAKEN, "username is already in use");
        }
        repository.removeOf(invitation.emailKey);
        repository.persistAndFlush(invitation);
        outbox.add(outgoingMail);
        record(EventType.INVITATION_CREATED, invitation.id, invitation.invitedBy);
        return invitation.view();
    }

    /** Lists open invitations, oldest first. */
    @Transactional
    Page<Invitation> list(PageRequest request) {
        return repository.oldestFirst(request, clock.instant()).map(StoredInvitation::view);
    }

    /** Deletes an invitation and its link. */
    @Transactional
    void delete(UUID id, @Nullable UUID actor) {
        if (!repository.remove(id)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "invitation not found");
        }
        record(EventType.INVITATION_DELETED, id, actor);
    }

    /** Returns an open invitation. */
    @Transactional
    public Optional<Invitation> find(UUID id) {
        return repository.findUnexpired(id, clock.instant()).map(StoredInvitation::view);
    }

    /** Consumes an invitation and its link within the current transaction. Returns false if it no longer exists. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean consume(UUID id) {
        return repository.remove(id);
    }

    private void record(EventType type, UUID id, @Nullable UUID actor) {
        events.record(SecurityEvent.of(type).actor(actor).subject(id.toString()));
    }
}
