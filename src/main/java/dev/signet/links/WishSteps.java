package dev.signet.links;

import dev.signet.error.ErrorCode;
import dev.signet.error.RefusalReason;
import dev.signet.error.ServiceException;
import dev.signet.links.admission.RegistrationGate;
import dev.signet.links.mail.MailSetup;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Takes the forms by which somebody asks for a link; the page that follows is the same for every name. */
@ApplicationScoped
class WishSteps {

    private static final int UNACCEPTED = 400;

    private final LinkRequests requests;
    private final LinkPages pages;
    private final PageBinding binding;
    private final RegistrationGate gate;
    private final MailSetup mail;

    WishSteps(LinkRequests requests, LinkPages pages, PageBinding binding, RegistrationGate gate, MailSetup mail) {
        this.requests = requests;
        this.pages = pages;
        this.binding = binding;
        this.gate = gate;
        this.mail = mail;
    }

    ResponseBuilder<String> begin(Wish wish) {
        requirePossible(wish);
        return pages.ask(wish, "", LinkPages.NO_NOTICE);
    }

    ResponseBuilder<String> sent(Wish wish, SentForm form) {
        requirePossible(wish);
        binding.check(form.text("csrf"), wish.path());
        String typed = form.text("name");
        try {
            requests.ask(
                    wish.purpose(),
                    wish == Wish.REGISTRATION
                            ? new RegistrationBody(typed).required()
                            : new LinkRequestBody(typed).required());
        } catch (ServiceException refusal) {
            RefusalReason.keep(refusal);
            if (refusal.code() != ErrorCode.INVALID_REQUEST) {
                throw refusal;
            }
            return pages.ask(wish, typed, LinkPages.WRONG).status(UNACCEPTED);
        }
        return pages.sent();
    }

    private void requirePossible(Wish wish) {
        if (wish == Wish.REGISTRATION) {
            gate.requireOpen();
        }
        mail.require();
    }
}
