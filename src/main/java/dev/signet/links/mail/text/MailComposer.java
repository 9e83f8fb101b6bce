package dev.signet.links.mail.text;

import dev.signet.links.mail.MailContent;
import dev.signet.links.mail.MailKind;
import dev.signet.links.mail.OutgoingMail;
import dev.signet.pages.Branding;
import dev.signet.web.issuer.Issuer;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.Locale;

/** Composes mails in the language of the user who caused them, as text and as HTML. */
@Singleton
final class MailComposer {

    private final Issuer issuer;
    private final Branding branding;

    MailComposer(Issuer issuer, Branding branding) {
        this.issuer = issuer;
        this.branding = branding;
    }

    /** Returns a mail with a link. The link begins with {@code signet.issuer}, regardless of the request's headers. */
    MailContent withLink(OutgoingMail mail, String to, String username, String token, Duration life) {
        MailMessages messages = messages(mail);
        String service = branding.getName();
        MailText text = switch (mail.kind()) {
            case EMAIL_VERIFICATION ->
                new MailText(
                        messages.confirmEmailSubject(service),
                        messages.confirmEmailLead(username, service),
                        messages.confirmEmailAction());
            case EMAIL_CHANGE ->
                new MailText(
                        messages.confirmEmailSubject(service),
                        messages.changeEmailLead(username, service),
                        messages.confirmEmailAction());
            case EMAIL_CHANGE_UNDO ->
                new MailText(
                        messages.emailChangedSubject(service),
                        messages.emailChangedLead(username, service),
                        messages.restoreEmailAction());
            case PASSWORD_RESET ->
                new MailText(
                        messages.newPasswordSubject(service),
                        messages.newPasswordLead(username, service),
                        messages.newPasswordAction());
            case SIGN_IN ->
                new MailText(
                        messages.signInSubject(service),
                        messages.signInLead(username, service),
                        messages.signInAction());
            case INVITATION ->
                new MailText(
                        messages.invitationSubject(service),
                        messages.invitationLead(service),
                        messages.createAccountAction());
            case REGISTRATION ->
                new MailText(
                        messages.registrationSubject(service),
                        messages.registrationLead(service),
                        messages.createAccountAction());
            default -> throw new IllegalStateException("this kind of mail has no link");
        };
        String time = describeDuration(messages, life);
        boolean requestable = mail.kind() != MailKind.INVITATION && mail.kind() != MailKind.EMAIL_CHANGE_UNDO;
        return render(
                mail,
                to,
                text.with(
                        issuer.url("/links/" + token),
                        requestable ? messages.linkValidityUntilNewLink(time) : messages.linkValidity(time),
                        unexpectedMailAdvice(messages, mail)));
    }

    private String unexpectedMailAdvice(MailMessages messages, OutgoingMail mail) {
        return switch (mail.kind()) {
            case INVITATION -> messages.ifInvitationUnexpected(branding.getName());
            case EMAIL_CHANGE_UNDO -> messages.ifEmailNotChangedByYou(mail.requestedFrom());
            default -> messages.ifNotRequested(mail.requestedFrom());
        };
    }

    /** Returns a mail that reports a change or an event, without a link. */
    MailContent notice(OutgoingMail mail, String to, String username) {
        MailMessages messages = messages(mail);
        String service = branding.getName();
        MailText text = switch (mail.kind()) {
            case ADDRESS_TAKEN ->
                new MailText(messages.accountExistsSubject(service), messages.accountExistsLead(username, service), "");
            case PASSWORD_CHANGED ->
                new MailText(
                        messages.passwordChangedSubject(service), messages.passwordChangedLead(username, service), "");
            case PASSKEY_ADDED ->
                new MailText(messages.passkeyAddedSubject(service), messages.passkeyAddedLead(username, service), "");
            case ADDRESS_CHANGED ->
                new MailText(messages.emailChangedSubject(service), messages.emailChangedLead(username, service), "");
            default -> throw new IllegalStateException("this kind of mail needs a link");
        };
        return render(mail, to, text.with("", "", advice(messages, mail)));
    }

    private static String advice(MailMessages messages, OutgoingMail mail) {
        if (mail.kind() == MailKind.ADDRESS_TAKEN) {
            return messages.ifAccountNotRequested(mail.requestedFrom());
        }
        return mail.requestedFrom().isEmpty()
                ? messages.changedByAdministrator()
                : messages.ifNotChangedByYou(mail.requestedFrom());
    }

    private static MailContent render(OutgoingMail mail, String to, MailText text) {
        Locale language = Locale.forLanguageTag(mail.language());
        return new MailContent(
                to,
                text.subject(),
                MailTemplates.mailText(text).setLocale(language).render(),
                MailTemplates.mailHtml(text).setLocale(language).render());
    }

    private static String describeDuration(MailMessages messages, Duration life) {
        if (life.compareTo(Duration.ofDays(2)) >= 0) {
            return messages.days(Math.round(life.toHours() / 24.0));
        }
        return life.compareTo(Duration.ofHours(2)) >= 0
                ? messages.hours(Math.round(life.toMinutes() / 60.0))
                : messages.minutes(Math.max(1, Math.round(life.toSeconds() / 60.0)));
    }

    private static MailMessages messages(OutgoingMail mail) {
        return MessageBundles.get(MailMessages.class, Localized.Literal.of(mail.language()));
    }
}
