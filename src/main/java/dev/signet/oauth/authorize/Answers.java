package dev.signet.oauth.authorize;

import dev.signet.error.ErrorCode;
import dev.signet.oauth.request.AuthorizationRequest;
import dev.signet.oauth.request.ResponseMode;
import dev.signet.oauth.request.ReturnAddress;
import dev.signet.pages.ContentPolicy;
import dev.signet.pages.Pages;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
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

    ResponseBuilder<String> error(ReturnAddress address, ErrorCode code) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("error", code.wire());
        members.put("error_description", code.sentence());
        return answer(address, members);
    }

    private ResponseBuilder<String> answer(ReturnAddress address, Map<String, String> members) {
        Map<String, String> parameters = new LinkedHashMap<>(members);
        if (address.state() != null) {
            parameters.put("state", address.state());
        }
        parameters.put("iss", issuer);
        return address.mode() == ResponseMode.FORM_POST ? form(address, parameters) : redirect(address, parameters);
    }

    // 303, so that no browser sends a password on to the client (RFC 9700 §4.12).
    private static ResponseBuilder<String> redirect(ReturnAddress address, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String uri = address.uri();
        return ResponseBuilder.<String>create(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, uri + (uri.indexOf('?') < 0 ? '?' : '&') + query)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private ResponseBuilder<String> form(ReturnAddress address, Map<String, String> parameters) {
        return pages.show(
                AuthorizeTemplates.formPost(
                        address.uri(),
                        parameters.entrySet().stream()
                                .map(parameter -> new HiddenField(parameter.getKey(), parameter.getValue()))
                                .toList(),
                        SUBMIT),
                null,
                new ContentPolicy(address.origins(), sha256(SUBMIT)));
    }

    private static String sha256(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is required of every Java platform", e);
        }
    }
}
