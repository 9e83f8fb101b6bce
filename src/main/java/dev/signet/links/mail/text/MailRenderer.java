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
final class MailRenderer {

    private final Issuer issuer;
    private final Branding branding;

    MailRenderer(Issuer issuer, Branding branding) {
        this.issuer = issuer;
        this.branding = branding;
    }

    /** Returns a mail with a link. The link begins with {@code signet.issuer}, regardless of the request's headers. */
    MailContent withLink(OutgoingMail mail, String to, String username, String token, Duration life) {
        MailMessages words = words(mail);
        String service = branding.getName();
        MailText text = switch (mail.kind()) {
            case EMAIL_VERIFICATION ->
                new MailText(
                        words.confirmEmailSubject(service),
                        words.confirmEmailLead(username, service),
                        words.confirmEmailAction());
            case EMAIL_CHANGE ->
                new MailText(
                        words.confirmEmailSubject(service),
                        words.changeEmailLead(username, service),
                        words.confirmEmailAction());
            case EMAIL_CHANGE_UNDO ->
                new MailText(
                        words.emailChangedSubject(service),
                        words.emailChangedLead(username, service),
                        words.restoreEmailAction());
            case PASSWORD_RESET ->
                new MailText(
                        words.newPasswordSubject(service),
                        words.newPasswordLead(username, service),
                        words.newPasswordAction());
            case SIGN_IN ->
                new MailText(words.signInSubject(service), words.signInLead(username, service), words.signInAction());
            case INVITATION ->
                new MailText(
                        words.invitationSubject(service), words.invitationLead(service), words.createAccountAction());
            case REGISTRATION ->
                new MailText(
                        words.registrationSubject(service),
                        words.registrationLead(service),
                        words.createAccountAction());
            default -> throw new IllegalStateException("this kind of mail has no link");
        };
        String time = describeDuration(words, life);
        boolean requestable = mail.kind() != MailKind.INVITATION && mail.kind() != MailKind.EMAIL_CHANGE_UNDO;
        return render(
                mail,
                to,
                text.with(
                        issuer.url("/links/" + token),
                        requestable ? words.linkValidityUntilNewLink(time) : words.linkValidity(time),
                        unexpectedMailAdvice(words, mail)));
    }

    private String unexpectedMailAdvice(MailMessages words, OutgoingMail mail) {
        return switch (mail.kind()) {
            case INVITATION -> words.ifInvitationUnexpected(branding.getName());
            case EMAIL_CHANGE_UNDO -> words.ifEmailNotChangedByYou(mail.requestedFrom());
            default -> words.ifNotRequested(mail.requestedFrom());
        };
    }

    /** Returns a mail that reports a change or an event, without a link. */
    MailContent notice(OutgoingMail mail, String to, String username) {
        MailMessages words = words(mail);
        String service = branding.getName();
        MailText text = switch (mail.kind()) {
            case ADDRESS_TAKEN ->
                new MailText(words.accountExistsSubject(service), words.accountExistsLead(username, service), "");
            case PASSWORD_CHANGED ->
                new MailText(words.passwordChangedSubject(service), words.passwordChangedLead(username, service), "");
            case ADDRESS_CHANGED ->
                new MailText(words.emailChangedSubject(service), words.emailChangedLead(username, service), "");
            default -> throw new IllegalStateException("this kind of mail needs a link");
        };
        return render(mail, to, text.with("", "", advice(words, mail)));
    }

    private static String advice(MailMessages words, OutgoingMail mail) {
        if (mail.kind() == MailKind.ADDRESS_TAKEN) {
            return words.ifAccountNotRequested(mail.requestedFrom());
        }
        return mail.requestedFrom().isEmpty()
                ? words.changedByAdministrator()
                : words.ifNotChangedByYou(mail.requestedFrom());
    }

    private static MailContent render(OutgoingMail mail, String to, MailText text) {
        Locale language = Locale.forLanguageTag(mail.language());
        return new MailContent(
                to,
                text.subject(),
                MailTemplates.mailText(text).setLocale(language).render(),
                MailTemplates.mailHtml(text).setLocale(language).render());
    }

    private static String describeDuration(MailMessages words, Duration life) {
        if (life.compareTo(Duration.ofDays(2)) >= 0) {
            return words.days(Math.round(life.toHours() / 24.0));
        }
        return life.compareTo(Duration.ofHours(2)) >= 0
                ? words.hours(Math.round(life.toMinutes() / 60.0))
                : words.minutes(Math.max(1, Math.round(life.toSeconds() / 60.0)));
    }

    private static MailMessages words(OutgoingMail mail) {
        return MessageBundles.get(MailMessages.class, Localized.Literal.of(mail.language()));
    }
}
