package dev.signet.oauth.authorize;

import dev.signet.oauth.request.AuthorizationRequest;
import dev.signet.pages.ContentPolicy;
import dev.signet.pages.Look;
import dev.signet.pages.Pages;
import dev.signet.tokens.DefaultAudience;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import java.util.List;

/** Shows the page of a step, whose form may lead to where the answer goes. */
@Singleton
final class StepPages {

    /** What was just sent was wrong. */
    static final String WRONG = "wrong";

    /** What was just sent was not looked at, because too much was sent before. */
    static final String THROTTLED = "throttled";

    /** What was shown before counts no more. */
    static final String START_AGAIN = "start_again";

    static final String NO_NOTICE = "";

    private final Pages pages;
    private final Look look;
    private final String defaultAudience;

    StepPages(Pages pages, Look look, DefaultAudience defaultAudience) {
        this.pages = pages;
        this.look = look;
        this.defaultAudience = defaultAudience.value();
    }

    /**
     * Shows the page a transaction waits at.
     *
     * @param username of whoever is, or presumably will be, logged in; empty if nobody is known
     */
    ResponseBuilder<String> show(AuthorizationRequest request, Transaction transaction, String username) {
        return switch (transaction.step()) {
            case SIGN_IN -> signIn(request, transaction, username, NO_NOTICE);
            case SECOND_FACTOR -> secondFactor(request, transaction, NO_NOTICE);
            case SELECT_ACCOUNT -> selectAccount(request, transaction, username);
            case CONSENT -> consent(request, transaction, username);
        };
    }

    ResponseBuilder<String> signIn(
            AuthorizationRequest request, Transaction transaction, String username, String notice) {
        return page(request, AuthorizeTemplates.signIn(form(request, transaction, "sign-in"), username, notice));
    }

    ResponseBuilder<String> secondFactor(AuthorizationRequest request, Transaction transaction, String notice) {
        return page(request, AuthorizeTemplates.secondFactor(form(request, transaction, "second-factor"), notice));
    }

    private ResponseBuilder<String> selectAccount(
            AuthorizationRequest request, Transaction transaction, String username) {
        return page(
                request,
                AuthorizeTemplates.selectAccount(
                        form(request, transaction, "account"),
                        username,
                        username.substring(0, username.offsetByCodePoints(0, 1))));
    }

    private ResponseBuilder<String> consent(AuthorizationRequest request, Transaction transaction, String username) {
        List<String> elsewhere = request.audience().stream()
                .filter(audience -> !audience.equals(defaultAudience))
                .toList();
        return page(
                request,
                AuthorizeTemplates.consent(
                        form(request, transaction, "consent"), username, List.copyOf(request.scope()), elsewhere));
    }

    private ResponseBuilder<String> page(AuthorizationRequest request, TemplateInstance page) {
        return pages.show(
                page, request.uiLocales(), ContentPolicy.forms(request.address().origins()));
    }

    private PageForm form(AuthorizationRequest request, Transaction transaction, String path) {
        return new PageForm(
                look.path("/oauth2/authorize/" + path),
                request.client().name(),
                transaction.handle(),
                transaction.csrf());
    }
}
