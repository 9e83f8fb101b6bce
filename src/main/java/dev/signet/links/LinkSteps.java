package dev.signet.links;

import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.LinkLogin;
import dev.signet.login.browser.OpenedBrowserSession;
import dev.signet.web.HostCookies;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Takes the forms by which people use links. */
@ApplicationScoped
class LinkSteps {

    private static final String PENDING = "signet-link-login";
    private static final int UNACCEPTED = 400;

    private final UsableLinks links;
    private final LinkUses uses;
    private final LinkLogin logins;
    private final LinkPages pages;
    private final PageBinding binding;
    private final HostCookies cookies;

    LinkSteps(
            UsableLinks links,
            LinkUses uses,
            LinkLogin logins,
            LinkPages pages,
            PageBinding binding,
            HostCookies cookies) {
        this.links = links;
        this.uses = uses;
        this.logins = logins;
        this.pages = pages;
        this.binding = binding;
        this.cookies = cookies;
    }

    ResponseBuilder<String> use(String token, SentForm form) {
        binding.check(form.text("csrf"), LinkPages.path(token));
        UsableLink link = links.require(token);
        try {
            return switch (link.purpose()) {
                case EMAIL_VERIFICATION, EMAIL_CHANGE -> {
                    uses.confirmAddress(link);
                    yield pages.done(link.purpose(), link.link().address());
                }
                case PASSWORD_RESET -> {
                    uses.setPassword(link, form.text("new_password"), form.ticked("revoke_api_keys"));
                    yield pages.done(link.purpose(), link.username());
                }
                case INVITATION, REGISTRATION -> {
                    String username = link.username().isEmpty() ? form.text("username") : link.username();
                    uses.makeAccount(link, username, form.text("password"));
                    yield pages.done(link.purpose(), username);
                }
                case SIGN_IN -> signIn(link);
            };
        } catch (ServiceException refusal) {
            return switch (refusal.code()) {
                case PASSWORD_REFUSED -> again(link, token, form, LinkPages.REFUSED);
                case USERNAME_TAKEN -> again(link, token, form, LinkPages.TAKEN);
                case INVALID_REQUEST -> again(link, token, form, LinkPages.WRONG);
                default -> throw refusal;
            };
        }
    }

    ResponseBuilder<String> secondFactor(SentForm form) {
        binding.check(form.text("csrf"), LinkPageResource.SECOND_FACTOR);
        String mfaToken = cookies.value(PENDING)
                .orElseThrow(() -> new ServiceException(ErrorCode.PAGE_EXPIRED, "no login waits for a second factor"));
        try {
            return signedIn(logins.browser(mfaToken, presented(form)), "");
        } catch (ServiceException refusal) {
            return switch (refusal.code()) {
                case INVALID_CREDENTIALS, INVALID_REQUEST ->
                    pages.secondFactor(LinkPages.WRONG).status(UNACCEPTED);
                case INVALID_GRANT -> throw new ServiceException(ErrorCode.LINK_EXPIRED, "the login waits no more");
                default -> throw refusal;
            };
        }
    }

    private ResponseBuilder<String> signIn(UsableLink link) {
        try {
            return signedIn(logins.browser(uses.signIn(link)), link.username());
        } catch (ServiceException refusal) {
            if (refusal.code() != ErrorCode.OTP_REQUIRED) {
                throw refusal;
            }
            String mfaToken = String.valueOf(refusal.members().get("mfa_token"));
            return pages.secondFactor(LinkPages.NO_NOTICE).cookie(cookies.of(PENDING, mfaToken));
        }
    }

    private ResponseBuilder<String> signedIn(OpenedBrowserSession opened, String username) {
        return pages.done(Purpose.SIGN_IN, username).cookie(opened.cookie(), cookies.removal(PENDING));
    }

    private ResponseBuilder<String> again(UsableLink link, String token, SentForm form, String notice) {
        return pages.linked(link, token, form.text("username"), notice).status(UNACCEPTED);
    }

    // Apps show the code in two groups; what is typed off the screen may have the space too.
    private static PresentedFactor presented(SentForm form) {
        String otp = form.text("otp").replace(" ", "");
        String recoveryCode = form.text("recovery_code");
        return PresentedFactor.of(otp.isEmpty() ? null : otp, recoveryCode.isEmpty() ? null : recoveryCode)
                .orElseThrow(() -> ServiceException.invalidMember("otp", "neither otp nor recovery code"));
    }
}
