package dev.signet.oauth.authorize;

import dev.signet.oauth.request.AuthorizationRequest;
import dev.signet.tokens.DefaultAudience;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import java.util.List;

/** Shows the page an authorization request waits at. */
@Singleton
final class StepPages {

    private final LoginPages pages;
    private final DefaultAudience defaultAudience;

    StepPages(LoginPages pages, DefaultAudience defaultAudience) {
        this.pages = pages;
        this.defaultAudience = defaultAudience;
    }

    /**
     * Shows the page of a transaction's step.
     *
     * @param username of whoever is, or presumably will be, logged in; empty if nobody is known
     */
    ResponseBuilder<String> show(AuthorizationRequest request, Transaction transaction, String username) {
        Errand errand = Errand.of(request);
        return switch (transaction.step()) {
            case SIGN_IN -> pages.signIn(errand, transaction, username, LoginPages.NO_NOTICE);
            case SELECT_ACCOUNT -> selectAccount(errand, transaction, username);
            case CONSENT -> consent(request, errand, transaction, username);
            default -> throw new IllegalStateException("this step has no page");
        };
    }

    private ResponseBuilder<String> selectAccount(Errand errand, Transaction transaction, String username) {
        String initial = username.substring(0, username.offsetByCodePoints(0, 1));
        PageForm form = pages.form(errand, transaction, "/account");
        return pages.show(errand, AuthorizeTemplates.selectAccount(form, username, initial));
    }

    private ResponseBuilder<String> consent(
            AuthorizationRequest request, Errand errand, Transaction transaction, String username) {
        PageForm form = pages.form(errand, transaction, "/consent");
        return pages.show(
                errand,
                AuthorizeTemplates.consent(
                        form,
                        username,
                        List.copyOf(request.scope()),
                        named(request.audience()),
                        request.address().place(),
                        request.client().presentation()));
    }

    /** Returns the audiences that the consent page names: all but UserInfo, which every scope implies. */
    List<String> named(List<String> audiences) {
        return audiences.stream()
                .filter(audience -> !audience.equals(defaultAudience.userInfo()))
                .toList();
    }
}
