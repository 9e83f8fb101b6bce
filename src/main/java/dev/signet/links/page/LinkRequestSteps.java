package dev.signet.links.page;

import dev.signet.error.ErrorCode;
import dev.signet.error.RejectionReason;
import dev.signet.error.ServiceException;
import dev.signet.links.admission.UserRegistrationPolicy;
import dev.signet.links.mail.MailSetup;
import dev.signet.links.request.LinkRequestBody;
import dev.signet.links.request.LinkRequests;
import dev.signet.links.request.RegistrationBody;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Processes the forms by which users request a link. The next page is the same for every name. */
@ApplicationScoped
class LinkRequestSteps {

    private static final int BAD_REQUEST = 400;

    private final LinkRequests requests;
    private final LinkPages pages;
    private final UserRegistrationPolicy registrationPolicy;
    private final MailSetup mail;

    LinkRequestSteps(
            LinkRequests requests, LinkPages pages, UserRegistrationPolicy registrationPolicy, MailSetup mail) {
        this.requests = requests;
        this.pages = pages;
        this.registrationPolicy = registrationPolicy;
        this.mail = mail;
    }

    ResponseBuilder<String> begin(LinkRequestType requested) {
        requireAvailable(requested);
        return pages.requestPage(requested, "", LinkPages.NO_NOTICE);
    }

    ResponseBuilder<String> linkSent(LinkRequestType requested, SubmittedLinkForm form) {
        requireAvailable(requested);
        pages.requireOwnForm(form, requested.path());
        String typed = form.text("name");
        try {
            requests.request(
                    requested.purpose(),
                    requested == LinkRequestType.REGISTRATION
                            ? new RegistrationBody(typed).required()
                            : new LinkRequestBody(typed).required());
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            if (rejection.code() != ErrorCode.INVALID_REQUEST) {
                throw rejection;
            }
            return pages.requestPage(requested, typed, LinkPages.WRONG).status(BAD_REQUEST);
        }
        return pages.linkSent(requested);
    }

    private void requireAvailable(LinkRequestType requested) {
        if (requested == LinkRequestType.REGISTRATION) {
            registrationPolicy.requireOpen();
        }
        mail.require();
    }
}
