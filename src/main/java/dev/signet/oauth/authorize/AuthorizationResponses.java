package dev.signet.oauth.authorize;

import dev.signet.error.ErrorCode;
import dev.signet.error.RejectionReason;
import dev.signet.oauth.authorize.page.AuthorizeTemplates;
import dev.signet.oauth.authorize.page.HiddenField;
import dev.signet.oauth.request.AuthorizationErrorException;
import dev.signet.oauth.request.AuthorizationRequest;
import dev.signet.oauth.request.ResponseMode;
import dev.signet.oauth.request.VerifiedRedirectUri;
import dev.signet.pages.ContentPolicy;
import dev.signet.pages.PageScript;
import dev.signet.pages.Pages;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Authorization responses to the client: a code or an error, with {@code state} and {@code iss} (RFC 9207). */
@Singleton
final class AuthorizationResponses {

    private static final PageScript SUBMIT = PageScript.of("document.forms[0].submit()");

    private final Pages pages;
    private final String issuer;

    AuthorizationResponses(Pages pages, Issuer issuer) {
        this.pages = pages;
        this.issuer = issuer.value();
    }

    ResponseBuilder<String> sendCode(AuthorizationRequest request, String code) {
        return respond(request.redirectUri(), Map.of("code", code));
    }

    ResponseBuilder<String> sendError(AuthorizationErrorException error) {
        RejectionReason.store(error.code(), error.privateReason());
        return respond(error.redirectUri(), errorParameters(error.code(), error.description()));
    }

    /**
     * Returns an error to a client before its user has seen a page (RFC 9700 §4.11.2). If an administrator registered
     * the redirect URI, the response is a redirect. Otherwise it is a page on which the user decides whether to
     * continue.
     */
    ResponseBuilder<String> sendErrorBeforePage(AuthorizationErrorException error, @Nullable String uiLocales) {
        VerifiedRedirectUri redirectUri = error.redirectUri();
        ErrorCode code = error.code();
        if (!redirectUri.client().hasUntrustedRedirectUris()) {
            return sendError(error);
        }
        RejectionReason.store(code, error.privateReason());
        Map<String, String> parameters = parameters(redirectUri, errorParameters(code, error.description()));
        boolean form = redirectUri.mode() == ResponseMode.FORM_POST;
        return pages.show(
                        AuthorizeTemplates.untrustedReturn(
                                redirectUri.client().name(),
                                redirectUri.displayHost(),
                                form ? redirectUri.uri() : location(redirectUri, parameters),
                                form ? fields(parameters) : List.of(),
                                code.wire()),
                        uiLocales,
                        ContentPolicy.forms(redirectUri.origins()))
                .status(Response.Status.BAD_REQUEST);
    }

    private static Map<String, String> errorParameters(ErrorCode code, String description) {
        Map<String, String> responseParameters = new LinkedHashMap<>();
        responseParameters.put("error", code.wire());
        responseParameters.put("error_description", description);
        return responseParameters;
    }

    private ResponseBuilder<String> respond(VerifiedRedirectUri redirectUri, Map<String, String> responseParameters) {
        Map<String, String> parameters = parameters(redirectUri, responseParameters);
        return redirectUri.mode() == ResponseMode.FORM_POST
                ? formPost(redirectUri, parameters)
                : redirect(redirectUri, parameters);
    }

    private Map<String, String> parameters(VerifiedRedirectUri redirectUri, Map<String, String> responseParameters) {
        Map<String, String> parameters = new LinkedHashMap<>(responseParameters);
        if (redirectUri.state() != null) {
            parameters.put("state", redirectUri.state());
        }
        parameters.put("iss", issuer);
        return parameters;
    }

    // With status 303, no browser repeats a POST with the password at the client (RFC 9700 §4.12).
    private static ResponseBuilder<String> redirect(VerifiedRedirectUri redirectUri, Map<String, String> parameters) {
        return ResponseBuilder.<String>create(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, location(redirectUri, parameters))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String location(VerifiedRedirectUri redirectUri, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String uri = redirectUri.uri();
        return uri + (uri.indexOf('?') < 0 ? '?' : '&') + query;
    }

    private static List<HiddenField> fields(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> new HiddenField(parameter.getKey(), parameter.getValue()))
                .toList();
    }

    private ResponseBuilder<String> formPost(VerifiedRedirectUri redirectUri, Map<String, String> parameters) {
        return pages.show(
                AuthorizeTemplates.formPost(redirectUri.uri(), fields(parameters), SUBMIT.text()),
                null,
                ContentPolicy.forms(redirectUri.origins()).with(SUBMIT));
    }
}
