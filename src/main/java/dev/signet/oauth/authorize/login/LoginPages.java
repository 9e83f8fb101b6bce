package dev.signet.oauth.authorize.login;

import dev.signet.login.browser.SignInOptions;
import dev.signet.oauth.authorize.page.AuthorizeTemplates;
import dev.signet.oauth.authorize.page.PageForm;
import dev.signet.oauth.authorize.transaction.AuthorizationTransaction;
import dev.signet.pages.Branding;
import dev.signet.pages.Pages;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Sign-in pages of every flow. */
@Singleton
public final class LoginPages {

    /** Notice: the submitted value is wrong. */
    public static final String WRONG = "wrong";

    /** Notice: the submitted value was not verified, because of too many attempts. */
    public static final String THROTTLED = "throttled";

    /** Notice: the login must start again. */
    static final String START_AGAIN = "start_again";

    /** No notice. */
    public static final String NO_NOTICE = "";

    private final Pages pages;
    private final Branding branding;
    private final SignInOptions signInOptions;

    LoginPages(Pages pages, Branding branding, Instance<SignInOptions> signInOptions) {
        this.pages = pages;
        this.branding = branding;
        this.signInOptions = signInOptions.isResolvable() ? signInOptions.get() : SignInOptions.NONE;
    }

    /** Shows the sign-in page with a notice. */
    public ResponseBuilder<String> signIn(
            LoginContext loginContext, AuthorizationTransaction transaction, String username, String notice) {
        return show(
                loginContext,
                AuthorizeTemplates.signIn(
                        form(loginContext, transaction, "/sign-in"), username, notice, signInOptions));
    }

    ResponseBuilder<String> secondFactor(
            LoginContext loginContext, AuthorizationTransaction transaction, String notice) {
        return show(
                loginContext,
                AuthorizeTemplates.secondFactor(form(loginContext, transaction, "/second-factor"), notice));
    }

    /** Shows a page in the language and with the content policy of the login. */
    public ResponseBuilder<String> show(LoginContext loginContext, TemplateInstance page) {
        return pages.show(page, loginContext.uiLocales(), loginContext.policy());
    }

    /** Returns the members of the form of a step, which is a path below the path of the login. */
    public PageForm form(LoginContext loginContext, AuthorizationTransaction transaction, String step) {
        return new PageForm(
                branding.path(loginContext.path() + step),
                loginContext.name(),
                transaction.handle(),
                transaction.csrf());
    }
}
