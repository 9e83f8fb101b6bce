package dev.signet.clients.metadata;

import dev.signet.clients.AuthenticationMethod;
import dev.signet.clients.Client;
import dev.signet.clients.ClientDisplay;
import dev.signet.clients.ClientUris;
import dev.signet.clients.DisplayText;
import dev.signet.clients.GrantType;
import dev.signet.clients.IdentitySettings;
import dev.signet.clients.RoleRelease;
import dev.signet.clients.Scope;
import dev.signet.clients.TokenSettings;
import dev.signet.clients.keyset.PublicKeySet;
import dev.signet.database.SpaceSeparatedValues;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.fetch.FetchFailedException;
import dev.signet.fetch.Fetcher;
import dev.signet.jose.SignatureEngine;
import dev.signet.jose.SigningPolicy;
import dev.signet.jose.jwk.JwsAlgorithm;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Validation of client metadata: builds the {@link Client}, or names the invalid member. Clients are built only here.
 */
@Singleton
public class ClientRules {

    private static final Scope LOGIN_SCOPE = Scope.ofText("openid profile email");
    private static final Scope OFFLINE_ACCESS = Scope.ofText("offline_access");
    private static final Pattern ROLE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern AUDIENCE = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final int MAX_DISPLAY_TEXT = 200;
    private static final int MAX_AUDIENCES = 1_000;
    private static final Duration MAX_TTL = Duration.ofDays(3_650);

    private final SigningPolicy signingPolicy;
    private final SignatureEngine engine;
    private final Fetcher fetcher;
    private final SelfRegistrationConfig config;

    ClientRules(SigningPolicy signingPolicy, SignatureEngine engine, Fetcher fetcher, SelfRegistrationConfig config) {
        this.signingPolicy = signingPolicy;
        this.engine = engine;
        this.fetcher = fetcher;
        this.config = config;
    }

    /**
     * Builds the client of a document.
     *
     * @throws ServiceException {@code invalid_client_metadata} or {@code invalid_redirect_uri}, with the name of
     *     the member
     */
    public Client client(String id, ClientDocument document) {
        ClientGrants grants = ClientGrants.of(document);
        requireKeys(document, grants);
        ClientUris uris = uris(document, grants);
        return new Client(
                id,
                name(id, document),
                Boolean.TRUE.equals(document.firstParty()),
                grants.method(),
                grants.types(),
                scope(document, grants),
                audiences(document),
                roles(document),
                uris,
                tokens(document, audiences(document)),
                Boolean.TRUE.equals(document.requirePushedAuthorizationRequests()),
                requiresSignedRequests(document),
                identity(document, uris),
                display(document),
                false);
    }

    /** Returns the keys registered by value. */
    public PublicKeySet keys(ClientDocument document) {
        try {
            return document.jwks() == null ? PublicKeySet.EMPTY : PublicKeySet.parseRegistered(document.jwks(), engine);
        } catch (IllegalArgumentException e) {
            throw MetadataMember.rejection("jwks", String.valueOf(e.getMessage()));
        }
    }

    private void requireKeys(ClientDocument document, ClientGrants grants) {
        requireCallable("jwks_uri", document.jwksUri());
        PublicKeySet keys = keys(document);
        if (grants.method() == AuthenticationMethod.PRIVATE_KEY_JWT && document.jwksUri() == null && keys.isEmpty()) {
            throw MetadataMember.rejection("jwks", "has no key for private_key_jwt that Signet can verify with");
        }
    }

    // Validates a URL that Signet itself calls.
    private @Nullable String requireCallable(String member, @Nullable String uri) {
        if (uri != null) {
            try {
                fetcher.requireCallable(URI.create(uri));
            } catch (FetchFailedException | IllegalArgumentException e) {
                throw MetadataMember.rejection(member, String.valueOf(e.getMessage()));
            }
        }
        return uri;
    }

    private static String name(String id, ClientDocument document) {
        String name = document.clientName();
        if (name == null) {
            return id;
        }
        if (!DisplayText.isValid(name, MAX_DISPLAY_TEXT)) {
            throw MetadataMember.rejection("client_name", "is empty, is too long or contains a disallowed character");
        }
        return name;
    }

    private ClientUris uris(ClientDocument document, ClientGrants grants) {
        List<String> uris = redirectUris("redirect_uris", document.redirectUris());
        if (grants.types().contains(GrantType.AUTHORIZATION_CODE) && uris.isEmpty()) {
            throw new ServiceException(
                            ErrorCode.INVALID_REDIRECT_URI,
                            "redirect_uris is missing, but authorization_code needs one")
                    .with("member", "redirect_uris");
        }
        return new ClientUris(
                uris,
                redirectUris("post_logout_redirect_uris", document.postLogoutRedirectUris()),
                requireCallable("backchannel_logout_uri", document.backchannelLogoutUri()));
    }

    private static List<String> redirectUris(String member, @Nullable List<@Nullable String> values) {
        Set<String> uris = MetadataMember.values(member, values);
        for (String uri : uris) {
            ClientUri.redirectUriError(uri).ifPresent(reason -> {
                throw new ServiceException(ErrorCode.INVALID_REDIRECT_URI, member + ": " + reason)
                        .with("member", member);
            });
        }
        return List.copyOf(uris);
    }

    // RFC 7591 §2: a client without scope gets the scope values of a usual login, or none if it has no user grant.
    private static Scope scope(ClientDocument document, ClientGrants grants) {
        String scope = document.scope();
        if (scope != null) {
            return Scope.parse(scope).orElseThrow(() -> MetadataMember.rejection("scope", "is not a valid scope"));
        }
        if (!grants.hasUserGrant()) {
            return Scope.EMPTY;
        }
        return grants.types().contains(GrantType.REFRESH_TOKEN) ? LOGIN_SCOPE.plus(OFFLINE_ACCESS) : LOGIN_SCOPE;
    }

    private static List<String> audiences(ClientDocument document) {
        Set<String> audiences = MetadataMember.values("audiences", document.audiences());
        if (audiences.stream().anyMatch(audience -> !AUDIENCE.matcher(audience).matches())
                || SpaceSeparatedValues.join(audiences).length() > MAX_AUDIENCES) {
            throw MetadataMember.rejection("audiences", "contains a value that is too long or not visible ASCII");
        }
        return List.copyOf(audiences);
    }

    private static Set<String> roles(ClientDocument document) {
        Set<String> roles = MetadataMember.values("roles", document.roles());
        if (roles.stream().anyMatch(role -> !ROLE.matcher(role).matches())) {
            throw MetadataMember.rejection("roles", "contains a value that is not a role name");
        }
        return roles;
    }

    private TokenSettings tokens(ClientDocument document, List<String> audiences) {
        List<JwsAlgorithm> enabled = signingPolicy.algorithms();
        return new TokenSettings(
                MetadataMember.signedWith(
                        "access_token_signed_response_alg", document.accessTokenSignedResponseAlg(), enabled),
                MetadataMember.signedWith("id_token_signed_response_alg", document.idTokenSignedResponseAlg(), enabled),
                MetadataMember.seconds(
                        "access_token_ttl", document.accessTokenTtl(), 1, signingPolicy.longestTokenLife()),
                MetadataMember.seconds("refresh_token_ttl", document.refreshTokenTtl(), 1, MAX_TTL),
                Boolean.TRUE.equals(document.dpopBoundAccessTokens()),
                refreshTokenRotation(document),
                roleRelease(document, audiences),
                ClaimRules.read(document),
                0);
    }

    // RFC 9700 §2.2.2, §4.14.2: a refresh token without rotation must be bound to its client and to a key.
    private static boolean refreshTokenRotation(ClientDocument document) {
        boolean rotates = !Boolean.FALSE.equals(document.refreshTokenRotation());
        boolean confidential = ClientGrants.of(document).method() != AuthenticationMethod.NONE;
        if (!rotates && !(confidential && Boolean.TRUE.equals(document.dpopBoundAccessTokens()))) {
            throw MetadataMember.rejection(
                    "refresh_token_rotation",
                    "false needs a token_endpoint_auth_method other than none and dpop_bound_access_tokens");
        }
        return rotates;
    }

    private boolean requiresSignedRequests(ClientDocument document) {
        boolean required = Boolean.TRUE.equals(document.requireSignedRequestObject());
        if (required && document.jwksUri() == null && keys(document).isEmpty()) {
            throw MetadataMember.rejection("require_signed_request_object", "needs a key in jwks or jwks_uri");
        }
        return required;
    }

    private RoleRelease roleRelease(ClientDocument document, List<String> audiences) {
        if (Boolean.TRUE.equals(document.firstParty())) {
            return RoleRelease.ALWAYS;
        }
        return audiences.isEmpty() && !config.registrationScopes().contains(RoleRelease.SCOPE)
                ? RoleRelease.BY_SCOPE_EXCEPT_ACCESS_TOKEN
                : RoleRelease.BY_SCOPE;
    }

    private IdentitySettings identity(ClientDocument document, ClientUris uris) {
        List<JwsAlgorithm> enabled = signingPolicy.algorithms();
        return new IdentitySettings(
                sector(document, uris),
                MetadataMember.signedWith(
                        "userinfo_signed_response_alg", document.userinfoSignedResponseAlg(), enabled),
                MetadataMember.signedWith(
                        "introspection_signed_response_alg", document.introspectionSignedResponseAlg(), enabled),
                MetadataMember.seconds("default_max_age", document.defaultMaxAge(), 0, MAX_TTL),
                Boolean.TRUE.equals(document.requireAuthTime()));
    }

    // OpenID Connect Core §8.1: the host of the sector_identifier_uri, or the common host of all redirect URIs.
    private @Nullable String sector(ClientDocument document, ClientUris uris) {
        String uri = requireCallable("sector_identifier_uri", document.sectorIdentifierUri());
        String type = document.subjectType();
        if (type == null || type.equals("public")) {
            return null;
        }
        if (!type.equals("pairwise")) {
            throw MetadataMember.rejection("subject_type", "must be public or pairwise");
        }
        if (uri != null) {
            return URI.create(uri).getHost().toLowerCase(Locale.ROOT);
        }
        Set<String> hosts = new LinkedHashSet<>();
        for (String redirectUri : uris.uris()) {
            URI parsed = URI.create(redirectUri);
            // The host in a private-use scheme has no owner.
            boolean web = parsed.getScheme().toLowerCase(Locale.ROOT).matches("https?");
            String host = web ? parsed.getHost() : null;
            hosts.add(host == null ? "" : host.toLowerCase(Locale.ROOT));
        }
        String sector = hosts.size() == 1 ? hosts.iterator().next() : "";
        if (sector.isEmpty()) {
            throw MetadataMember.rejection(
                    "subject_type",
                    "is pairwise, but the redirect URIs have different hosts and sector_identifier_uri is"
                            + " missing");
        }
        return sector;
    }

    private static ClientDisplay display(ClientDocument document) {
        for (String contact : MetadataMember.values("contacts", document.contacts())) {
            if (!DisplayText.isValid(contact, MAX_DISPLAY_TEXT)) {
                throw MetadataMember.rejection(
                        "contacts", "contains a value that is too long or has a disallowed character");
            }
        }
        return new ClientDisplay(
                MetadataMember.webUrl("client_uri", document.clientUri()),
                MetadataMember.webUrl("logo_uri", document.logoUri()),
                MetadataMember.webUrl("policy_uri", document.policyUri()),
                MetadataMember.webUrl("tos_uri", document.tosUri()));
    }
}
