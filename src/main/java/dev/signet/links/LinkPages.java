package dev.signet.links;

import dev.signet.login.browser.BrowserSession;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.pages.ContentPolicy;
import dev.signet.pages.Look;
import dev.signet.pages.Pages;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.UUID;

/** The pages that ask for a link, that a link leads to, and that say what came of it. */
@Singleton
final class LinkPages {

    static final String NO_NOTICE = "";
    static final String WRONG = "wrong";
    static final String REFUSED = "refused";
    static final String TAKEN = "taken";
    static final String FACTOR = "factor";
    static final String THROTTLED = "throttled";

    private final Pages pages;
    private final Look look;
    private final PageBinding binding;
    private final BrowserSessions sessions;

    LinkPages(Pages pages, Look look, PageBinding binding, BrowserSessions sessions) {
        this.pages = pages;
        this.look = look;
        this.binding = binding;
        this.sessions = sessions;
    }

    /** The page that asks for whom a link is to be sent. */
    ResponseBuilder<String> ask(Wish wish, String typed, String notice) {
        String browser = binding.value();
        return bound(browser, LinkTemplates.ask(form(browser, wish.path()), wish.wire(), typed, notice));
    }

    /** The page a link leads to; it changes nothing. */
    ResponseBuilder<String> linked(UsableLink link, String token, String typed, String notice) {
        String browser = binding.value();
        LinkForm form = form(browser, path(token));
        return bound(
                browser,
                switch (link.purpose()) {
                    case EMAIL_CHANGE ->
                        LinkTemplates.changeEmail(
                                form,
                                link.link().address(),
                                link.username(),
                                !link.requiredAccount().id().equals(signedInAccount()),
                                notice);
                    case EMAIL_VERIFICATION, EMAIL_CHANGE_UNDO, SIGN_IN ->
                        LinkTemplates.confirm(
                                form, link.purpose().wire(), link.link().address(), link.username());
                    case PASSWORD_RESET -> LinkTemplates.newPassword(form, link.username(), notice);
                    case INVITATION, REGISTRATION ->
                        LinkTemplates.newAccount(form, link.link().address(), link.username(), typed, notice);
                });
    }

    ResponseBuilder<String> secondFactor(String notice) {
        String browser = binding.value();
        return bound(browser, LinkTemplates.secondFactor(form(browser, LinkPageResource.SECOND_FACTOR), notice));
    }

    /** The page that says that a mail is on its way, if there is whom to send it to. */
    ResponseBuilder<String> sent() {
        return show(LinkTemplates.done("sent", ""));
    }

    ResponseBuilder<String> done(Purpose purpose, String detail) {
        return show(LinkTemplates.done(purpose.name().toLowerCase(Locale.ROOT), detail));
    }

    /** Returns the account that is signed in with the present browser; null if none is. */
    @Nullable
    UUID signedInAccount() {
        return sessions.current().map(BrowserSession::accountId).orElse(null);
    }

    static String path(String token) {
        return LinkPageResource.PATH + "/" + token;
    }

    private LinkForm form(String browser, String path) {
        return new LinkForm(look.path(path), PageBinding.csrf(browser, path));
    }

    private ResponseBuilder<String> bound(String browser, TemplateInstance page) {
        return show(page).cookie(binding.cookie(browser));
    }

    private ResponseBuilder<String> show(TemplateInstance page) {
        return pages.show(page, null, ContentPolicy.STRICT);
    }
}
