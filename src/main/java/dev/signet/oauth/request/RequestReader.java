package dev.signet.oauth.request;

import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.clients.GrantType;
import dev.signet.error.ErrorCode;
import dev.signet.error.QuotedName;
import dev.signet.error.ServiceException;
import dev.signet.oauth.RequestedAccess;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges an authorization request in the one safe order: first who asks and where the answer would go, and only then all that the
 * client may be told about (RFC 6749 §4.1.2.1).
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
    private static final int MAX_SCOPE = 1_000;
    private static final int MAX_RESOURCES = 10;
    // The form of a SHA-256 in base64url: of a code verifier (RFC 7636 §4.2) or of a key (RFC 9449 §10).
    private static final Pattern SHA256 = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final Clients clients;
    private final RequestedClaims claims;
    private final Instance<SubjectHint> hints;
    private final RequestedAccess access;

    RequestReader(Clients clients, RequestedClaims claims, Instance<SubjectHint> hints, RequestedAccess access) {
        this.clients = clients;
        this.claims = claims;
        this.hints = hints;
        this.access = access;
    }

    /**
     * The client that a request names.
     *
     * @throws ServiceException {@code unknown_client}
     */
    public Client client(RequestParameters parameters) {
        return parameters
                .one("client_id")
                .flatMap(clients::find)
                .orElseThrow(() -> new ServiceException(ErrorCode.UNKNOWN_CLIENT, "client_id is unknown"));
    }

    /**
     * Where the answer to a request goes.
     *
     * @throws ServiceException {@code unregistered_redirect_uri}
     */
    public ReturnAddress address(RequestParameters parameters, Client client) {
        return provenAddress(parameters, client)
                .orElseThrow(() ->
                        new ServiceException(ErrorCode.UNREGISTERED_REDIRECT_URI, "redirect_uri is not registered"));
    }

    Optional<ReturnAddress> provenAddress(RequestParameters parameters, Client client) {
        ResponseMode mode =
                parameters.one("response_mode").flatMap(ResponseMode::ofWire).orElse(ResponseMode.QUERY);
        return parameters
                .one("redirect_uri")
                .flatMap(uri -> ReturnAddress.proven(client, uri))
                .map(proven -> proven.answering(mode, parameters.orNull("state")));
    }

    /**
     * Reads a request whose parameters all count: none of them stands for others.
     *
     * @throws ServiceException what {@link #client} and {@link #address} throw
     * @throws ClientToldException with whatever else is wrong
     */
    public AuthorizationRequest read(RequestParameters parameters) {
        Client client = client(parameters);
        ReturnAddress address = address(parameters, client);
        wellFormed(parameters, address);
        require(
                client.mayUse(GrantType.AUTHORIZATION_CODE),
                address,
                ErrorCode.UNAUTHORIZED_CLIENT,
                "the client is not registered for authorization_code");
        String responseType = required(parameters, "response_type", address);
        require(responseType.equals("code"), address, ErrorCode.UNSUPPORTED_RESPONSE_TYPE, "response_type is not code");
        RequestedClaims.Demand demand = claims.read(parameters.orNull("claims"), address);
        return new AuthorizationRequest(
                client,
                address,
                withClaims(scope(parameters, client, address), demand, client),
                audience(parameters, client, address),
                codeChallenge(parameters, address),
                parameters.orNull("nonce"),
                prompts(parameters, address),
                maxAge(parameters, client, address),
                demand.acr(),
                parameters.orNull("claims"),
                subject(parameters, demand, client, address),
                parameters.orNull("login_hint"),
                parameters.orNull("ui_locales"),
                thumbprint(parameters, address));
    }

    private static void wellFormed(RequestParameters parameters, ReturnAddress address) {
        valid(!parameters.hasRepeated(), address, "a parameter is repeated");
        valid(!parameters.hasLongerThan(MAX_VALUE), address, "a parameter is too long");
        valid(!parameters.hasControlCharacter(), address, "a parameter contains a control character");
        valid(parameters.one("nonce").map(String::length).orElse(0) <= MAX_NONCE, address, "nonce is too long");
        valid(
                !parameters.has("response_mode")
                        || parameters
                                .one("response_mode")
                                .flatMap(ResponseMode::ofWire)
                                .isPresent(),
                address,
                "response_mode must be query or form_post");
        require(
                !parameters.has("registration"),
                address,
                ErrorCode.REGISTRATION_NOT_SUPPORTED,
                "the registration parameter is not supported");
        require(
                !parameters.has("request"),
                address,
                ErrorCode.REQUEST_NOT_SUPPORTED,
                "the request parameter is not supported for this client");
        require(
                !parameters.has("request_uri"),
                address,
                ErrorCode.REQUEST_URI_NOT_SUPPORTED,
                "request_uri was not issued by this server");
    }

    private static String codeChallenge(RequestParameters parameters, ReturnAddress address) {
        String challenge = required(parameters, "code_challenge", address);
        named(
                SHA256.matcher(challenge).matches(),
                address,
                ErrorCode.INVALID_REQUEST,
                "code_challenge must be the SHA-256 of the code_verifier in base64url, 43 characters (S256).");
        // Absent it would mean plain (RFC 7636 §4.3).
        named(
                required(parameters, "code_challenge_method", address).equals("S256"),
                address,
                ErrorCode.INVALID_REQUEST,
                "code_challenge_method must be S256.");
        return challenge;
    }

    private static Set<String> scope(RequestParameters parameters, Client client, ReturnAddress address) {
        String text =
                required(parameters, "scope", address, ErrorCode.INVALID_SCOPE).strip();
        Set<String> scope = new LinkedHashSet<>(List.of(text.split(" +")));
        require(text.length() <= MAX_SCOPE, address, ErrorCode.INVALID_SCOPE, "scope is too long");
        for (String value : scope) {
            named(
                    client.scopes().contains(value),
                    address,
                    ErrorCode.INVALID_SCOPE,
                    "The client is not registered for scope " + QuotedName.of(value) + ".");
        }
        return scope;
    }

    // Claims that are requested by name are granted as their scopes (OpenID Connect Core §5.4, §5.5). Claims of a scope
    // that the client may not have are left out.
    private static Set<String> withClaims(Set<String> scope, RequestedClaims.Demand demand, Client client) {
        if (!scope.contains("openid")) {
            return scope;
        }
        Set<String> all = new LinkedHashSet<>(scope);
        demand.scopes().stream().filter(client.scopes()::contains).forEach(all::add);
        return all;
    }

    private List<String> audience(RequestParameters parameters, Client client, ReturnAddress address) {
        List<String> allowed = access.ofUsers(client);
        List<String> asked = parameters.resources().stream().distinct().toList();
        require(
                asked.size() <= MAX_RESOURCES && allowed.containsAll(asked),
                address,
                ErrorCode.INVALID_TARGET,
                "a requested resource is not registered for the client");
        return asked.isEmpty() ? List.of(allowed.get(0)) : asked;
    }

    private static Set<Prompt> prompts(RequestParameters parameters, ReturnAddress address) {
        Set<Prompt> prompts = EnumSet.noneOf(Prompt.class);
        parameters.one("prompt").ifPresent(text -> {
            for (String value : List.of(text.strip().split(" +"))) {
                prompts.add(Prompt.ofWire(value)
                        .orElseThrow(() -> new ClientToldException(
                                address, ErrorCode.INVALID_REQUEST, "prompt has an unknown value")));
            }
        });
        valid(
                !prompts.contains(Prompt.NONE) || prompts.size() == 1,
                address,
                "prompt=none cannot be combined with a different value");
        return prompts;
    }

    private static @Nullable Duration maxAge(RequestParameters parameters, Client client, ReturnAddress address) {
        String text = parameters.orNull("max_age");
        if (text == null) {
            return client.identity().defaultMaxAge();
        }
        valid(SECONDS.matcher(text).matches(), address, "max_age is not a number of seconds");
        return Duration.ofSeconds(Long.parseLong(text));
    }

    private static @Nullable String thumbprint(RequestParameters parameters, ReturnAddress address) {
        String jkt = parameters.orNull("dpop_jkt");
        valid(jkt == null || SHA256.matcher(jkt).matches(), address, "dpop_jkt is not a SHA-256 hash in base64url");
        return jkt;
    }

    private @Nullable String subject(
            RequestParameters parameters, RequestedClaims.Demand demand, Client client, ReturnAddress address) {
        String hint = parameters.orNull("id_token_hint");
        if (hint == null || hints.isUnsatisfied()) {
            return demand.subject();
        }
        return hints.get()
                .subject(hint, client)
                .orElseThrow(() -> new ClientToldException(
                        address, ErrorCode.INVALID_REQUEST, "id_token_hint was not issued to this client"));
    }

    private static String required(RequestParameters parameters, String name, ReturnAddress address) {
        return required(parameters, name, address, ErrorCode.INVALID_REQUEST);
    }

    private static String required(RequestParameters parameters, String name, ReturnAddress address, ErrorCode code) {
        return parameters
                .one(name)
                .orElseThrow(() -> new ClientToldException(address, code, name + " is missing")
                        .detail("Parameter " + name + " is required" + REQUIRED_VALUES.getOrDefault(name, "") + "."));
    }

    private static void named(boolean condition, ReturnAddress address, ErrorCode code, String sentence) {
        if (!condition) {
            throw new ClientToldException(address, code, sentence).detail(sentence);
        }
    }

    private static void valid(boolean condition, ReturnAddress address, String privateReason) {
        require(condition, address, ErrorCode.INVALID_REQUEST, privateReason);
    }

    private static void require(boolean condition, ReturnAddress address, ErrorCode code, String privateReason) {
        if (!condition) {
            throw new ClientToldException(address, code, privateReason);
        }
    }
}
