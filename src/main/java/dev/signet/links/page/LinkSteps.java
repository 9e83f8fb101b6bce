package dev.signet.links.page;

import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.error.ErrorCode;
import dev.signet.error.RejectionReason;
import dev.signet.error.ServiceException;
import dev.signet.links.LinkActions;
import dev.signet.links.LinkPurpose;
import dev.signet.links.UsableLink;
import dev.signet.links.UsableLinks;
import dev.signet.login.LinkLogin;
import dev.signet.login.browser.OpenedBrowserSession;
import dev.signet.web.http.HostCookies;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Processes the forms by which users use links. */
@ApplicationScoped
class LinkSteps {

    private static final String PENDING = "signet-link-login";
    private static final int BAD_REQUEST = 400;

    private final UsableLinks links;
    private final LinkActions actions;
    private final LinkLogin logins;
    private final LinkPages pages;
    private final HostCookies cookies;

    LinkSteps(UsableLinks links, LinkActions actions, LinkLogin logins, LinkPages pages, HostCookies cookies) {
        this.links = links;
        this.actions = actions;
        this.logins = logins;
        this.pages = pages;
        this.cookies = cookies;
    }

    ResponseBuilder<String> use(String token, SubmittedLinkForm form) {
        pages.requireOwnForm(form, LinkPages.path(token));
        UsableLink link = links.require(token);
        try {
            return switch (link.purpose()) {
                case EMAIL_VERIFICATION -> {
                    actions.confirmEmail(link);
                    yield pages.done(link.purpose(), link.link().email());
                }
                case EMAIL_CHANGE -> changeEmail(link, token, form);
                case EMAIL_CHANGE_UNDO -> {
                    actions.undoEmailChange(link);
                    yield pages.done(link.purpose(), link.link().email());
                }
                case PASSWORD_RESET -> {
                    actions.setPassword(link, form.text("new_password"), form.isChecked("revoke_api_keys"));
                    yield pages.done(link.purpose(), link.username());
                }
                case INVITATION, REGISTRATION -> {
                    String username = link.username().isEmpty() ? form.text("username") : link.username();
                    actions.createAccount(link, username, form.text("password"));
                    yield pages.done(link.purpose(), username);
                }
                case SIGN_IN -> signIn(link);
            };
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            return switch (rejection.code()) {
                case PASSWORD_REFUSED -> showAgain(link, token, form, LinkPages.REJECTED);
                case USERNAME_TAKEN -> showAgainIfNewAccount(link, token, form, LinkPages.USERNAME_TAKEN, rejection);
                case INVALID_REQUEST -> showAgainIfNewAccount(link, token, form, LinkPages.WRONG, rejection);
                default -> throw rejection;
            };
        }
    }

    // Only the page of a new account has a field for another username.
    private ResponseBuilder<String> showAgainIfNewAccount(
            UsableLink link, String token, SubmittedLinkForm form, String notice, ServiceException rejection) {
        if (!link.purpose().createsAccount()) {
            throw rejection;
        }
        return showAgain(link, token, form, notice);
    }

    private ResponseBuilder<String> changeEmail(UsableLink link, String token, SubmittedLinkForm form) {
        try {
            PresentedFactor factor = PresentedFactor.ofForm(form.text("otp"), form.text("recovery_code"))
                    .orElse(null);
            actions.changeEmail(link, pages.signedInAccount(), form.text("password"), factor);
            return pages.done(link.purpose(), link.link().email());
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            return switch (rejection.code()) {
                case INVALID_CREDENTIALS -> showAgain(link, token, form, LinkPages.WRONG);
                case OTP_REQUIRED -> showAgain(link, token, form, LinkPages.FACTOR);
                case TOO_MANY_ATTEMPTS ->
                    showAgain(link, token, form, LinkPages.THROTTLED)
                            .status(rejection.code().status());
                default -> throw rejection;
            };
        }
    }

    ResponseBuilder<String> secondFactor(SubmittedLinkForm form) {
        pages.requireOwnForm(form, LinkPageResource.SECOND_FACTOR);
        String mfaToken = cookies.value(PENDING)
                .orElseThrow(() ->
                        new ServiceException(ErrorCode.PAGE_EXPIRED, "the cookie of the pending login is missing"));
        try {
            PresentedFactor factor = PresentedFactor.requiredOfForm(form.text("otp"), form.text("recovery_code"));
            return signedIn(logins.browser(mfaToken, factor), "");
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            return switch (rejection.code()) {
                case INVALID_CREDENTIALS, INVALID_REQUEST ->
                    pages.secondFactor(LinkPages.WRONG).status(BAD_REQUEST);
                case INVALID_GRANT ->
                    throw new ServiceException(ErrorCode.LINK_EXPIRED, "the pending login has expired");
                default -> throw rejection;
            };
        }
    }

    private ResponseBuilder<String> signIn(UsableLink link) {
        try {
            return signedIn(logins.browser(actions.signIn(link)), link.username());
        } catch (ServiceException rejection) {
            RejectionReason.store(rejection);
            if (rejection.code() != ErrorCode.OTP_REQUIRED) {
                throw rejection;
            }
            String mfaToken = String.valueOf(rejection.members().get("mfa_token"));
            return pages.secondFactor(LinkPages.NO_NOTICE).cookie(cookies.of(PENDING, mfaToken));
        }
    }

    private ResponseBuilder<String> signedIn(OpenedBrowserSession opened, String username) {
        return pages.done(LinkPurpose.SIGN_IN, username).cookie(opened.cookie(), cookies.removal(PENDING));
    }

    private ResponseBuilder<String> showAgain(UsableLink link, String token, SubmittedLinkForm form, String notice) {
        return pages.linkPage(link, token, form.text("username"), notice).status(BAD_REQUEST);
    }
}
