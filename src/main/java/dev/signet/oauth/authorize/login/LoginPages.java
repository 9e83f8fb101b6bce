package dev.signet.oauth.authorize.login;

import dev.signet.login.authentication.Authentication;
import dev.signet.login.browser.SignInOptions;
import dev.signet.login.passkeys.PasskeyAuthentication;
import dev.signet.login.passkeys.PasskeyPrompt;
import dev.signet.oauth.authorize.page.AuthorizeTemplates;
import dev.signet.oauth.authorize.page.PageForm;
import dev.signet.oauth.authorize.transaction.AuthorizationTransaction;
import dev.signet.pages.Branding;
import dev.signet.pages.ContentPolicy;
import dev.signet.pages.Pages;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Sign-in pages of every flow. */
@Singleton
public final class LoginPages {

    /** Notice: the submitted value is wrong. */
    public static final String WRONG = "wrong";

    /** Notice: the submitted value was not verified, because of too many attempts. */
    public static final String THROTTLED = "throttled";

    /** Notice: the passkey was not accepted. */
    static final String WRONG_PASSKEY = "passkey";

    /** Notice: the login must start again. */
    static final String START_AGAIN = "start_again";

    /** No notice. */
    public static final String NO_NOTICE = "";

    private final Pages pages;
    private final Branding branding;
    private final SignInOptions signInOptions;
    private final PasskeyAuthentication passkeys;
    private final Authentication authentication;

    LoginPages(
            Pages pages,
            Branding branding,
            Instance<SignInOptions> signInOptions,
            PasskeyAuthentication passkeys,
            Authentication authentication) {
        this.pages = pages;
        this.branding = branding;
        this.signInOptions = signInOptions.isResolvable() ? signInOptions.get() : SignInOptions.NONE;
        this.passkeys = passkeys;
        this.authentication = authentication;
    }

    /** Shows the sign-in page with a notice. A throttled one starts no ceremony of a passkey. */
    public ResponseBuilder<String> signIn(
            LoginContext loginContext, AuthorizationTransaction transaction, String username, String notice) {
        PasskeyPrompt passkey =
                notice.equals(THROTTLED) ? null : PasskeyPrompt.of(passkeys.start(null, binding(transaction)));
        return pages.show(
                AuthorizeTemplates.signIn(
                        form(loginContext, transaction, "/sign-in"), username, notice, signInOptions, passkey),
                loginContext.uiLocales(),
                policy(loginContext, passkey));
    }

    ResponseBuilder<String> secondFactor(
            LoginContext loginContext, AuthorizationTransaction transaction, String notice) {
        PasskeyPrompt passkey = Optional.ofNullable(transaction.mfaToken())
                .filter(token -> !notice.equals(THROTTLED))
                .flatMap(token ->
                        authentication.startPasskeyFactor(token, loginContext.clientId(), binding(transaction)))
                .map(PasskeyPrompt::of)
                .orElse(null);
        return pages.show(
                AuthorizeTemplates.secondFactor(form(loginContext, transaction, "/second-factor"), notice, passkey),
                loginContext.uiLocales(),
                policy(loginContext, passkey));
    }

    private static ContentPolicy policy(LoginContext loginContext, @Nullable PasskeyPrompt passkey) {
        return passkey == null ? loginContext.policy() : loginContext.policy().with(PasskeyPrompt.SCRIPT);
    }

    /**
     * Returns the binding of the ceremonies on the pages of a request, which is bound to its browser and to the pages of
     * this request.
     */
    static String binding(AuthorizationTransaction transaction) {
        return "page:" + transaction.handle();
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
