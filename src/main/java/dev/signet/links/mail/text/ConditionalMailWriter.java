package dev.signet.links.mail.text;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountKind;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.EmailService;
import dev.signet.accounts.name.EmailAddress;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.links.LinkPurpose;
import dev.signet.links.Links;
import dev.signet.links.LinksConfig;
import dev.signet.links.NewLink;
import dev.signet.links.admission.Invitation;
import dev.signet.links.admission.Invitations;
import dev.signet.links.mail.MailContent;
import dev.signet.links.mail.MailWriter;
import dev.signet.links.mail.OutgoingMail;
import dev.signet.secrets.SecretDigest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes mails when they are sent. Links are created at that moment, so that no table holds a usable link, and the
 * conditions for sending them are checked again.
 */
@ApplicationScoped
class ConditionalMailWriter implements MailWriter {

    private final AccountService accounts;
    private final EmailService emails;
    private final Invitations invitations;
    private final Links links;
    private final MailComposer composer;
    private final SecurityEvents events;
    private final LinksConfig config;
    private final Clock clock;

    ConditionalMailWriter(
            AccountService accounts,
            EmailService emails,
            Invitations invitations,
            Links links,
            MailComposer composer,
            SecurityEvents events,
            LinksConfig config,
            Clock clock) {
        this.accounts = accounts;
        this.emails = emails;
        this.invitations = invitations;
        this.links = links;
        this.composer = composer;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Optional<MailContent> write(OutgoingMail mail) {
        Optional<LinkPurpose> purpose = LinkPurpose.of(mail.kind());
        return purpose.isPresent() ? withLink(mail, purpose.get()) : notice(mail);
    }

    @Override
    public void onSent(OutgoingMail mail) {
        LinkPurpose.of(mail.kind())
                .ifPresent(purpose -> events.record(SecurityEvent.of(EventType.LINK_SENT)
                        .subject(Objects.toString(mail.accountId(), null))
                        .detail("purpose", purpose.wire())));
    }

    private Optional<MailContent> notice(OutgoingMail mail) {
        Optional<Account> account = Optional.ofNullable(mail.accountId()).flatMap(accounts::find);
        String email = mail.recipient() == null ? account.map(Account::email).orElse(null) : mail.recipient();
        return email == null ? Optional.empty() : account.map(user -> composer.notice(mail, email, user.username()));
    }

    private Optional<MailContent> withLink(OutgoingMail mail, LinkPurpose purpose) {
        return switch (purpose) {
            case INVITATION ->
                Optional.ofNullable(mail.invitationId())
                        .flatMap(invitations::find)
                        .map(invitation -> invitation(mail, invitation));
            case REGISTRATION ->
                Optional.ofNullable(mail.recipient())
                        .filter(email -> !emails.isEmailInUse(email))
                        .map(email -> content(mail, registrationLink(email), ""));
            default -> activeUser(mail.accountId()).flatMap(account -> toAccount(mail, purpose, account));
        };
    }

    private MailContent invitation(OutgoingMail mail, Invitation invitation) {
        NewLink link = new NewLink(
                LinkPurpose.INVITATION,
                invitation.id().toString(),
                null,
                invitation.id(),
                null,
                invitation.email(),
                invitation.expiresAt());
        return content(mail, link, "");
    }

    private NewLink registrationLink(String email) {
        return new NewLink(
                LinkPurpose.REGISTRATION,
                EmailAddress.key(email),
                null,
                null,
                null,
                email,
                expiryAfter(config.registrationTtl()));
    }

    private Optional<MailContent> toAccount(OutgoingMail mail, LinkPurpose purpose, Account account) {
        String email = purpose.requiresCurrentEmail() ? account.email() : mail.recipient();
        if (email == null) {
            return Optional.empty();
        }
        String subject = account.id().toString();
        if (purpose == LinkPurpose.EMAIL_CHANGE_UNDO) {
            if (!emails.isUndoable(account.id(), email)) {
                return Optional.empty();
            }
            // One link for each former e-mail address: an attacker who changes the e-mail address twice must not end
            // the first link.
            subject += " " + HexFormat.of().formatHex(SecretDigest.sha256(EmailAddress.key(email)));
        }
        NewLink link = new NewLink(
                purpose, subject, account.id(), null, mail.sessionId(), email, expiryAfter(timeToLive(purpose)));
        return Optional.of(content(mail, link, account.username()));
    }

    private MailContent content(OutgoingMail mail, NewLink link, String username) {
        Duration timeToLive = Duration.between(clock.instant(), link.expiresAt());
        return composer.withLink(mail, link.email(), username, links.issue(link), timeToLive);
    }

    private Optional<Account> activeUser(@Nullable UUID id) {
        return Optional.ofNullable(id)
                .flatMap(accounts::findActive)
                .filter(account -> account.kind() == AccountKind.PERSON);
    }

    private Duration timeToLive(LinkPurpose purpose) {
        return switch (purpose) {
            case PASSWORD_RESET -> config.passwordResetTtl();
            case SIGN_IN -> config.signInTtl();
            case EMAIL_CHANGE_UNDO -> config.emailChangeUndoTtl();
            default -> config.emailVerificationTtl();
        };
    }

    private Instant expiryAfter(Duration timeToLive) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).plus(timeToLive);
    }
}
