package dev.signet.oauth.authorize;

import dev.signet.oauth.authorize.login.LoginContext;
import dev.signet.oauth.authorize.login.LoginPages;
import dev.signet.oauth.authorize.page.AuthorizeTemplates;
import dev.signet.oauth.authorize.page.PageForm;
import dev.signet.oauth.authorize.transaction.AuthorizationStep;
import dev.signet.oauth.authorize.transaction.AuthorizationTransaction;
import dev.signet.oauth.request.AuthorizationRequest;
import dev.signet.pages.ContentPolicy;
import dev.signet.tokens.access.DefaultAudience;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import java.util.List;

/** Pages of the steps of an authorization request. */
@Singleton
public final class StepPages {

    private final LoginPages pages;
    private final DefaultAudience defaultAudience;

    StepPages(LoginPages pages, DefaultAudience defaultAudience) {
        this.pages = pages;
        this.defaultAudience = defaultAudience;
    }

    /**
     * Shows the page of a transaction's step.
     *
     * @param username the username of the user who is or probably will be signed in; empty if unknown
     */
    ResponseBuilder<String> show(AuthorizationRequest request, AuthorizationTransaction transaction, String username) {
        LoginContext loginContext = createLoginContext(request);
        return switch (transaction.step()) {
            case SIGN_IN -> pages.signIn(loginContext, transaction, username, LoginPages.NO_NOTICE);
            case SELECT_ACCOUNT -> selectAccount(loginContext, transaction, username);
            case CONSENT -> consent(request, loginContext, transaction, username);
            default -> throw new IllegalStateException("this step has no page");
        };
    }

    private ResponseBuilder<String> selectAccount(
            LoginContext loginContext, AuthorizationTransaction transaction, String username) {
        String initial = username.substring(0, username.offsetByCodePoints(0, 1));
        PageForm form = pages.form(loginContext, transaction, "/account");
        return pages.show(loginContext, AuthorizeTemplates.selectAccount(form, username, initial));
    }

    private ResponseBuilder<String> consent(
            AuthorizationRequest request,
            LoginContext loginContext,
            AuthorizationTransaction transaction,
            String username) {
        PageForm form = pages.form(loginContext, transaction, "/consent");
        return pages.show(
                loginContext,
                AuthorizeTemplates.consent(
                        form,
                        username,
                        List.copyOf(request.scope().tokens()),
                        withoutUserInfo(request.audience()),
                        request.redirectUri().displayHost(),
                        request.client().display()));
    }

    /** Returns the audiences that the consent page names: all but UserInfo, which every scope implies. */
    public List<String> withoutUserInfo(List<String> audiences) {
        return audiences.stream()
                .filter(audience -> !audience.equals(defaultAudience.userInfo()))
                .toList();
    }

    /** Returns the purpose of a login for an authorization request. */
    static LoginContext createLoginContext(AuthorizationRequest request) {
        return new LoginContext(
                AuthorizeResource.PATH,
                request.client().name(),
                request.client().id(),
                request.uiLocales(),
                ContentPolicy.forms(request.redirectUri().origins()),
                AuthorizationStep.SIGN_IN,
                AuthorizationStep.SECOND_FACTOR);
    }
}
