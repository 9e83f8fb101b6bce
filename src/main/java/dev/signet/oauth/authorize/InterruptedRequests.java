package dev.signet.oauth.authorize;

import dev.signet.error.ServiceException;
import dev.signet.login.browser.InterruptedLogin;
import dev.signet.login.browser.InterruptedLogins;
import dev.signet.oauth.authorize.transaction.AuthorizationTransactions;
import dev.signet.oauth.authorize.transaction.InterruptedRequest;
import dev.signet.oauth.request.AuthorizationErrorException;
import dev.signet.oauth.request.PresentedRequest;
import dev.signet.oauth.request.RequestReader;
import dev.signet.pages.Branding;
import dev.signet.pages.FormBinding;
import dev.signet.pages.FormBindings;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/** Authorization requests whose user left the sign-in page of this browser. */
@ApplicationScoped
class InterruptedRequests implements InterruptedLogins {

    private final AuthorizationTransactions transactions;
    private final RequestReader reader;
    private final FormBinding binding;
    private final Branding branding;

    InterruptedRequests(
            AuthorizationTransactions transactions, RequestReader reader, FormBindings bindings, Branding branding) {
        this.transactions = transactions;
        this.reader = reader;
        this.binding = bindings.withCookie(AuthorizationTransactions.BROWSER_COOKIE);
        this.branding = branding;
    }

    @Override
    public Optional<InterruptedLogin> find() {
        return findRequest().map(InterruptedRequest::request).flatMap(this::describe);
    }

    /** Returns the newest request of this browser that waits for the user to sign in. */
    Optional<InterruptedRequest> findRequest() {
        return binding.secret().flatMap(transactions::findSignIn);
    }

    // The client may have changed or been deleted meanwhile.
    private Optional<InterruptedLogin> describe(PresentedRequest presented) {
        try {
            String application = reader.read(presented.parameters()).client().name();
            return Optional.of(new InterruptedLogin(application, branding.path(AuthorizeResource.CONTINUATION)));
        } catch (ServiceException | AuthorizationErrorException e) {
            return Optional.empty();
        }
    }
}
