package dev.signet.links.page;

import dev.signet.error.ServiceException;
import dev.signet.links.LinkPurpose;
import dev.signet.links.UsableLink;
import dev.signet.login.browser.BrowserSession;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.login.browser.InterruptedLogin;
import dev.signet.login.browser.InterruptedLogins;
import dev.signet.pages.Branding;
import dev.signet.pages.ContentPolicy;
import dev.signet.pages.FormBinding;
import dev.signet.pages.FormBindings;
import dev.signet.pages.FormToken;
import dev.signet.pages.Pages;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.UUID;

/** The pages that request a link, that a link opens, and that show the result. */
@Singleton
final class LinkPages {

    static final String NO_NOTICE = "";
    static final String WRONG = "wrong";
    static final String REJECTED = "rejected";
    static final String USERNAME_TAKEN = "taken";
    static final String FACTOR = "factor";
    static final String THROTTLED = "throttled";

    private final Pages pages;
    private final Branding branding;
    private final FormBinding binding;
    private final BrowserSessions sessions;
    private final InterruptedLogins interrupted;

    LinkPages(
            Pages pages,
            Branding branding,
            FormBindings bindings,
            BrowserSessions sessions,
            Instance<InterruptedLogins> interrupted) {
        this.pages = pages;
        this.branding = branding;
        this.binding = bindings.withCookie("signet-link");
        this.sessions = sessions;
        this.interrupted = interrupted.isResolvable() ? interrupted.get() : InterruptedLogins.NONE;
    }

    /** Returns the page on which a user requests a link. */
    ResponseBuilder<String> requestPage(LinkRequestType requested, String typed, String notice) {
        String browser = binding.secretOrNew();
        return bound(browser, LinkTemplates.ask(form(browser, requested.path()), requested.wire(), typed, notice));
    }

    /** Returns the page of a link, which changes nothing. */
    ResponseBuilder<String> linkPage(UsableLink link, String token, String typed, String notice) {
        String browser = binding.secretOrNew();
        LinkForm form = form(browser, path(token));
        return bound(
                browser,
                switch (link.purpose()) {
                    case EMAIL_CHANGE ->
                        LinkTemplates.changeEmail(
                                form,
                                link.link().email(),
                                link.username(),
                                !link.requiredAccount().id().equals(signedInAccount()),
                                notice);
                    case EMAIL_VERIFICATION, EMAIL_CHANGE_UNDO, SIGN_IN ->
                        LinkTemplates.confirm(
                                form, link.purpose().wire(), link.link().email(), link.username());
                    case PASSWORD_RESET -> LinkTemplates.newPassword(form, link.username(), notice);
                    case INVITATION, REGISTRATION ->
                        LinkTemplates.newAccount(form, link.link().email(), link.username(), typed, notice);
                });
    }

    ResponseBuilder<String> secondFactor(String notice) {
        String browser = binding.secretOrNew();
        return bound(browser, LinkTemplates.secondFactor(form(browser, LinkPageResource.SECOND_FACTOR), notice));
    }

    /** Returns the page after a request for a link. It does not reveal whether the account exists. */
    ResponseBuilder<String> linkSent(LinkRequestType requestType) {
        return show(LinkTemplates.done(
                requestType == LinkRequestType.REGISTRATION ? "registration_sent" : "sent", "", null));
    }

    /** Returns the page after the use of a link. It leads back to the login that the user interrupted for the link. */
    ResponseBuilder<String> done(LinkPurpose purpose, String detail) {
        InterruptedLogin login = purpose.leadsToSignIn() ? interrupted.find().orElse(null) : null;
        return show(LinkTemplates.done(purpose.name().toLowerCase(Locale.ROOT), detail, login));
    }

    /** Returns the account that is signed in with the current browser; null if there is none. */
    @Nullable
    UUID signedInAccount() {
        return sessions.current().map(BrowserSession::accountId).orElse(null);
    }

    /**
     * Rejects a form of another browser or another page.
     *
     * @throws ServiceException {@code page_expired}
     */
    void requireOwnForm(SubmittedLinkForm form, String path) {
        FormToken.require(form.text("csrf"), binding.requiredSecret(), purpose(path));
    }

    private static String purpose(String path) {
        return "links " + path;
    }

    static String path(String token) {
        return LinkPageResource.PATH + "/" + token;
    }

    private LinkForm form(String browser, String path) {
        return new LinkForm(branding.path(path), FormToken.of(browser, purpose(path)));
    }

    private ResponseBuilder<String> bound(String browser, TemplateInstance page) {
        return show(page).cookie(binding.cookie(browser));
    }

    private ResponseBuilder<String> show(TemplateInstance page) {
        return pages.show(page, null, ContentPolicy.STRICT);
    }
}
