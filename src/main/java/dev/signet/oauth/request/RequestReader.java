package dev.signet.oauth.request;

import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.clients.GrantType;
import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.QuotedName;
import dev.signet.error.ServiceException;
import dev.signet.oauth.AllowedClientAccess;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Validator of authorization requests. It validates the client and the redirect URI first, and only then everything
 * whose error is returned to the client (RFC 6749 §4.1.2.1).
 */
@Singleton
public final class RequestReader {

    private static final Map<String, String> REQUIRED_VALUES = Map.of(
            "code_challenge",
            ": use S256 (RFC 7636)",
            "code_challenge_method",
            ": use S256",
            "response_type",
            ": use code");
    private static final int MAX_VALUE = 6_000;
    private static final int MAX_NONCE = 500;
    private static final int MAX_RESOURCES = 10;
    // A SHA-256 in base64url: of a code verifier (RFC 7636 §4.2) or of a key (RFC 9449 §10).
    private static final Pattern SHA256 = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final Clients clients;
    private final RequestedClaims claims;
    private final Instance<IdTokenHintReader> hints;
    private final AllowedClientAccess access;

    RequestReader(
            Clients clients, RequestedClaims claims, Instance<IdTokenHintReader> hints, AllowedClientAccess access) {
        this.clients = clients;
        this.claims = claims;
        this.hints = hints;
        this.access = access;
    }

    /**
     * Returns the client of a request.
     *
     * @throws ServiceException {@code unknown_client}
     */
    public Client requireClient(RequestParameters parameters) {
        return parameters
                .single("client_id")
                .flatMap(clients::find)
                .orElseThrow(() -> new ServiceException(ErrorCode.UNKNOWN_CLIENT, "client_id is unknown"));
    }

    /**
     * Returns the verified redirect URI of a request.
     *
     * @throws ServiceException {@code unregistered_redirect_uri}
     */
    public VerifiedRedirectUri requireRedirectUri(RequestParameters parameters, Client client) {
        return findRedirectUri(parameters, client)
                .orElseThrow(() ->
                        new ServiceException(ErrorCode.UNREGISTERED_REDIRECT_URI, "redirect_uri is not registered"));
    }

    Optional<VerifiedRedirectUri> findRedirectUri(RequestParameters parameters, Client client) {
        ResponseMode mode =
                parameters.single("response_mode").flatMap(ResponseMode::ofWire).orElse(ResponseMode.QUERY);
        return parameters
                .single("redirect_uri")
                .flatMap(uri -> VerifiedRedirectUri.verify(client, uri))
                .map(verified -> verified.withResponse(mode, parameters.singleOrNull("state")));
    }

    /**
     * Validates the effective parameters of a request; a request object and a {@code request_uri} must be resolved
     * before.
     *
     * @throws ServiceException the errors of {@link #requireClient} and {@link #requireRedirectUri}
     * @throws AuthorizationErrorException for every other error
     */
    public AuthorizationRequest read(RequestParameters parameters) {
        Client client = requireClient(parameters);
        VerifiedRedirectUri redirectUri = requireRedirectUri(parameters, client);
        requireWellFormed(parameters, redirectUri);
        require(
                client.allowsGrant(GrantType.AUTHORIZATION_CODE),
                redirectUri,
                ErrorCode.UNAUTHORIZED_CLIENT,
                "the client is not registered for authorization_code");
        String responseType = requireParameter(parameters, "response_type", redirectUri);
        require(
                responseType.equals("code"),
                redirectUri,
                ErrorCode.UNSUPPORTED_RESPONSE_TYPE,
                "response_type is not code");
        RequestedClaims.Requirements requirements = claims.read(parameters.singleOrNull("claims"), redirectUri);
        return new AuthorizationRequest(
                client,
                redirectUri,
                addClaimScopes(parseScope(parameters, client, redirectUri), requirements, client),
                parseAudience(parameters, client, redirectUri),
                parseCodeChallenge(parameters, redirectUri),
                parameters.singleOrNull("nonce"),
                parsePrompts(parameters, redirectUri),
                parseMaxAge(parameters, client, redirectUri),
                requirements.acr(),
                parameters.singleOrNull("claims"),
                parseSubject(parameters, requirements, client, redirectUri),
                parameters.singleOrNull("login_hint"),
                parameters.singleOrNull("ui_locales"),
                parseKeyThumbprint(parameters, redirectUri));
    }

    private static void requireWellFormed(RequestParameters parameters, VerifiedRedirectUri redirectUri) {
        requireValid(!parameters.hasRepeatedParameter(), redirectUri, "a parameter is repeated");
        requireValid(!parameters.hasValueLongerThan(MAX_VALUE), redirectUri, "a parameter is too long");
        requireValid(!parameters.hasControlCharacter(), redirectUri, "a parameter contains a control character");
        requireValid(
                parameters.single("nonce").map(String::length).orElse(0) <= MAX_NONCE,
                redirectUri,
                "nonce is too long");
        requireValid(
                !parameters.has("response_mode")
                        || parameters
                                .single("response_mode")
                                .flatMap(ResponseMode::ofWire)
                                .isPresent(),
                redirectUri,
                "response_mode must be query or form_post");
        require(
                !parameters.has("registration"),
                redirectUri,
                ErrorCode.REGISTRATION_NOT_SUPPORTED,
                "the registration parameter is not supported");
        require(
                !parameters.has("request"),
                redirectUri,
                ErrorCode.REQUEST_NOT_SUPPORTED,
                "the request parameter is not supported for this client");
        require(
                !parameters.has("request_uri"),
                redirectUri,
                ErrorCode.REQUEST_URI_NOT_SUPPORTED,
                "request_uri was not issued by this server");
    }

    private static String parseCodeChallenge(RequestParameters parameters, VerifiedRedirectUri redirectUri) {
        String challenge = requireParameter(parameters, "code_challenge", redirectUri);
        requireWithDetail(
                SHA256.matcher(challenge).matches(),
                redirectUri,
                ErrorCode.INVALID_REQUEST,
                "code_challenge must be the SHA-256 of the code_verifier in base64url, 43 characters (S256).");
        // The default is plain (RFC 7636 §4.3).
        requireWithDetail(
                requireParameter(parameters, "code_challenge_method", redirectUri)
                        .equals("S256"),
                redirectUri,
                ErrorCode.INVALID_REQUEST,
                "code_challenge_method must be S256.");
        return challenge;
    }

    private static Scope parseScope(RequestParameters parameters, Client client, VerifiedRedirectUri redirectUri) {
        String text = requireParameter(parameters, "scope", redirectUri, ErrorCode.INVALID_SCOPE)
                .strip();
        Scope scope = Scope.parseLenient(text);
        require(text.length() <= Scope.MAX_LENGTH, redirectUri, ErrorCode.INVALID_SCOPE, "scope is too long");
        // A text of spaces requests the empty token, for which no client is registered.
        for (String value : scope.isEmpty() ? Set.of("") : scope.tokens()) {
            requireWithDetail(
                    client.scope().contains(value),
                    redirectUri,
                    ErrorCode.INVALID_SCOPE,
                    "The client is not registered for scope " + QuotedName.of(value) + ".");
        }
        return scope;
    }

    // Claims that are requested by name are granted as their scopes (OpenID Connect Core §5.4, §5.5). Claims of a scope
    // that the client may not have are left out.
    private static Scope addClaimScopes(Scope scope, RequestedClaims.Requirements requirements, Client client) {
        if (!scope.contains("openid")) {
            return scope;
        }
        return scope.plus(requirements.scope().retainAll(client.scope()));
    }

    private List<String> parseAudience(RequestParameters parameters, Client client, VerifiedRedirectUri redirectUri) {
        List<String> allowed = access.userTokenAudiences(client);
        List<String> requested = parameters.resources().stream().distinct().toList();
        require(
                requested.size() <= MAX_RESOURCES && allowed.containsAll(requested),
                redirectUri,
                ErrorCode.INVALID_TARGET,
                "a requested resource is not registered for the client");
        return AllowedClientAccess.resolveAudience(allowed, requested);
    }

    private static Set<Prompt> parsePrompts(RequestParameters parameters, VerifiedRedirectUri redirectUri) {
        Set<Prompt> prompts = EnumSet.noneOf(Prompt.class);
        parameters.single("prompt").ifPresent(text -> {
            for (String value : List.of(text.strip().split(" +"))) {
                prompts.add(Prompt.ofWire(value)
                        .orElseThrow(() -> new AuthorizationErrorException(
                                redirectUri, ErrorCode.INVALID_REQUEST, "prompt has an unknown value")));
            }
        });
        requireValid(
                !prompts.contains(Prompt.NONE) || prompts.size() == 1,
                redirectUri,
                "prompt=none cannot be combined with a different value");
        return prompts;
    }

    private static @Nullable Duration parseMaxAge(
            RequestParameters parameters, Client client, VerifiedRedirectUri redirectUri) {
        String text = parameters.singleOrNull("max_age");
        if (text == null) {
            return client.identity().defaultMaxAge();
        }
        requireValid(SECONDS.matcher(text).matches(), redirectUri, "max_age is not a number of seconds");
        return Duration.ofSeconds(Long.parseLong(text));
    }

    private static @Nullable String parseKeyThumbprint(RequestParameters parameters, VerifiedRedirectUri redirectUri) {
        String jkt = parameters.singleOrNull("dpop_jkt");
        requireValid(
                jkt == null || SHA256.matcher(jkt).matches(),
                redirectUri,
                "dpop_jkt is not a SHA-256 hash in base64url");
        return jkt;
    }

    private @Nullable String parseSubject(
            RequestParameters parameters,
            RequestedClaims.Requirements requirements,
            Client client,
            VerifiedRedirectUri redirectUri) {
        String hint = parameters.singleOrNull("id_token_hint");
        if (hint == null || hints.isUnsatisfied()) {
            return requirements.subject();
        }
        return hints.get()
                .findSubject(hint, client)
                .orElseThrow(() -> new AuthorizationErrorException(
                        redirectUri, ErrorCode.INVALID_REQUEST, "id_token_hint was not issued to this client"));
    }

    private static String requireParameter(RequestParameters parameters, String name, VerifiedRedirectUri redirectUri) {
        return requireParameter(parameters, name, redirectUri, ErrorCode.INVALID_REQUEST);
    }

    private static String requireParameter(
            RequestParameters parameters, String name, VerifiedRedirectUri redirectUri, ErrorCode code) {
        return parameters
                .single(name)
                .orElseThrow(() -> new AuthorizationErrorException(redirectUri, code, name + " is missing")
                        .detail("Parameter " + name + " is required" + REQUIRED_VALUES.getOrDefault(name, "") + "."));
    }

    private static void requireWithDetail(
            boolean condition, VerifiedRedirectUri redirectUri, ErrorCode code, String sentence) {
        if (!condition) {
            throw new AuthorizationErrorException(redirectUri, code, sentence).detail(sentence);
        }
    }

    private static void requireValid(boolean condition, VerifiedRedirectUri redirectUri, String privateReason) {
        require(condition, redirectUri, ErrorCode.INVALID_REQUEST, privateReason);
    }

    private static void require(
            boolean condition, VerifiedRedirectUri redirectUri, ErrorCode code, String privateReason) {
        if (!condition) {
            throw new AuthorizationErrorException(redirectUri, code, privateReason);
        }
    }
}
