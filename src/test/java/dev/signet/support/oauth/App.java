package dev.signet.support.oauth;

import dev.signet.support.accounts.Signet;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Application that signs users in through the authorization endpoint, with its default parameters. */
public record App(TestClient client) {

    public static final String REDIRECT_URI = "https://app.example/cb";

    /** The challenge of the verifier of RFC 7636 appendix B. */
    public static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    /** Registers an application that asks users for consent. */
    public static App registered() {
        return registered(Map.of());
    }

    /** Registers an application with additional metadata. */
    public static App registered(Map<String, ?> more) {
        Map<String, Object> metadata = new HashMap<>(Map.of(
                "client_name",
                "Notes & <Things>",
                "redirect_uris",
                List.of(REDIRECT_URI),
                "grant_types",
                List.of("authorization_code", "refresh_token"),
                "scope",
                "openid profile email offline_access"));
        metadata.putAll(more);
        return new App(TestClient.register(metadata));
    }

    /** Registers an application that does not ask users for consent. */
    public static App trusted() {
        return registered(Map.of("first_party", true));
    }

    /** Returns an authorization request with changed parameters; an empty value removes a parameter. */
    public Map<String, String> request(String... changes) {
        Map<String, String> query = new LinkedHashMap<>(Map.of(
                "client_id", client.id(),
                "redirect_uri", REDIRECT_URI,
                "response_type", "code",
                "scope", "openid profile",
                "state", "a state",
                "nonce", "n",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256"));
        for (int i = 0; i < changes.length; i += 2) {
            query.put(changes[i], changes[i + 1]);
        }
        query.values().removeIf(String::isEmpty);
        return query;
    }

    /** Opens the authorization endpoint. */
    public Shown start(Browser browser, String... changes) {
        return browser.open("/oauth2/authorize", request(changes));
    }

    /** Opens the authorization endpoint with the {@code request_uri} of a pushed request. */
    public Shown startPushed(Browser browser, String requestUri) {
        return browser.open("/oauth2/authorize", Map.of("client_id", client.id(), "request_uri", requestUri));
    }

    /** Signs a user in through all pages and returns the parameters of the response. */
    public Map<String, String> login(Browser browser, String username, String... changes) {
        Shown shown = browser.signIn(start(browser, changes), username, Signet.PASSWORD);
        return parameters(shown.location() == null ? browser.submit(shown, "action", "allow") : shown);
    }

    /** Returns the response parameters in the query of the redirect URI. */
    public static Map<String, String> parameters(Shown shown) {
        assertThat(shown.response().statusCode())
                .as(shown.response().asString())
                .isEqualTo(303);
        assertThat(shown.location()).startsWith(REDIRECT_URI + "?");
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : URI.create(shown.location()).getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
