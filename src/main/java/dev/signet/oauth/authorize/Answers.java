package dev.signet.oauth.authorize;

import dev.signet.error.ErrorCode;
import dev.signet.error.RefusalReason;
import dev.signet.oauth.request.AuthorizationRequest;
import dev.signet.oauth.request.ClientToldException;
import dev.signet.oauth.request.ResponseMode;
import dev.signet.oauth.request.ReturnAddress;
import dev.signet.pages.ContentPolicy;
import dev.signet.pages.Pages;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends a browser back to the client, with {@code state} and {@code iss} (RFC 9207) beside a code or an error. */
@Singleton
final class Answers {

    private static final String SUBMIT = "document.forms[0].submit()";

    private final Pages pages;
    private final String issuer;

    Answers(Pages pages, Issuer issuer) {
        this.pages = pages;
        this.issuer = issuer.value();
    }

    ResponseBuilder<String> code(AuthorizationRequest request, String code) {
        return answer(request.address(), Map.of("code", code));
    }

    ResponseBuilder<String> error(ClientToldException refusal) {
        RefusalReason.keep(refusal.code(), refusal.privateReason());
        return answer(refusal.address(), errorMembers(refusal.code(), refusal.description()));
    }

    /**
     * Returns an error to a client before its user has seen a page: by a redirect if an administrator registered the redirect URI, else
     * by a page on which the user decides whether to continue to it (RFC 9700 §4.11.2).
     */
    ResponseBuilder<String> errorBeforePage(ClientToldException refusal, @Nullable String uiLocales) {
        ReturnAddress address = refusal.address();
        ErrorCode code = refusal.code();
        if (!address.client().hasUntrustedRedirectUris()) {
            return error(refusal);
        }
        RefusalReason.keep(code, refusal.privateReason());
        Map<String, String> parameters = parameters(address, errorMembers(code, refusal.description()));
        boolean form = address.mode() == ResponseMode.FORM_POST;
        return pages.show(
                        AuthorizeTemplates.untrustedReturn(
                                address.client().name(),
                                address.place(),
                                form ? address.uri() : location(address, parameters),
                                form ? fields(parameters) : List.of(),
                                code.wire()),
                        uiLocales,
                        ContentPolicy.forms(address.origins()))
                .status(Response.Status.BAD_REQUEST);
    }

    private static Map<String, String> errorMembers(ErrorCode code, String description) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("error", code.wire());
        members.put("error_description", description);
        return members;
    }

    private ResponseBuilder<String> answer(ReturnAddress address, Map<String, String> members) {
        Map<String, String> parameters = parameters(address, members);
        return address.mode() == ResponseMode.FORM_POST ? form(address, parameters) : redirect(address, parameters);
    }

    private Map<String, String> parameters(ReturnAddress address, Map<String, String> members) {
        Map<String, String> parameters = new LinkedHashMap<>(members);
        if (address.state() != null) {
            parameters.put("state", address.state());
        }
        parameters.put("iss", issuer);
        return parameters;
    }

    // 303, so that no browser sends a password on to the client (RFC 9700 §4.12).
    private static ResponseBuilder<String> redirect(ReturnAddress address, Map<String, String> parameters) {
        return ResponseBuilder.<String>create(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, location(address, parameters))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String location(ReturnAddress address, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String uri = address.uri();
        return uri + (uri.indexOf('?') < 0 ? '?' : '&') + query;
    }

    private static List<HiddenField> fields(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> new HiddenField(parameter.getKey(), parameter.getValue()))
                .toList();
    }

    private ResponseBuilder<String> form(ReturnAddress address, Map<String, String> parameters) {
        return pages.show(
                AuthorizeTemplates.formPost(address.uri(), fields(parameters), SUBMIT),
                null,
                new ContentPolicy(address.origins(), sha256(SUBMIT)));
    }

    private static String sha256(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
