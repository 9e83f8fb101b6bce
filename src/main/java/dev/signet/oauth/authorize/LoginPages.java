package dev.signet.oauth.authorize;

import dev.signet.login.browser.SignInOffers;
import dev.signet.pages.Look;
import dev.signet.pages.Pages;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The pages of logging in, whatever it is for. */
@Singleton
final class LoginPages {

    /** What was just sent was wrong. */
    static final String WRONG = "wrong";

    /** What was just sent was not looked at, because too much was sent before. */
    static final String THROTTLED = "throttled";

    /** What was shown before counts no more. */
    static final String START_AGAIN = "start_again";

    static final String NO_NOTICE = "";

    private final Pages pages;
    private final Look look;
    private final SignInOffers offers;

    LoginPages(Pages pages, Look look, Instance<SignInOffers> offers) {
        this.pages = pages;
        this.look = look;
        this.offers = offers.isResolvable() ? offers.get() : SignInOffers.NONE;
    }

    ResponseBuilder<String> signIn(Errand errand, Transaction transaction, String username, String notice) {
        return show(errand, AuthorizeTemplates.signIn(form(errand, transaction, "/sign-in"), username, notice, offers));
    }

    ResponseBuilder<String> secondFactor(Errand errand, Transaction transaction, String notice) {
        return show(errand, AuthorizeTemplates.secondFactor(form(errand, transaction, "/second-factor"), notice));
    }

    ResponseBuilder<String> show(Errand errand, TemplateInstance page) {
        return pages.show(page, errand.uiLocales(), errand.policy());
    }

    PageForm form(Errand errand, Transaction transaction, String step) {
        return new PageForm(look.path(errand.path() + step), errand.name(), transaction.handle(), transaction.csrf());
    }
}
