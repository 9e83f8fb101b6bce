package dev.signet.clients.metadata;

import dev.signet.clients.AuthenticationMethod;
import dev.signet.clients.GrantType;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Grant types and authentication method of a client, which must be consistent (RFC 7591 §2.1). */
record ClientGrants(Set<GrantType> types, AuthenticationMethod method) {

    static ClientGrants of(ClientDocument document) {
        ClientGrants grants = new ClientGrants(types(document.grantTypes()), method(document));
        grants.requireConsistent();
        responseTypes(document.responseTypes(), grants);
        keys(document, grants.method());
        return grants;
    }

    /** Returns whether users sign in with one of the grant types. */
    boolean hasUserGrant() {
        return types.stream().anyMatch(GrantType::hasUserLogin);
    }

    List<String> responseTypes() {
        return types.contains(GrantType.AUTHORIZATION_CODE) ? List.of("code") : List.of();
    }

    private void requireConsistent() {
        if (method == AuthenticationMethod.NONE && !types.stream().allMatch(GrantType::allowsPublicClients)) {
            throw MetadataMember.rejection("grant_types", "contains a grant type that public clients may not use");
        }
        if (types.contains(GrantType.REFRESH_TOKEN) && !hasUserGrant()) {
            throw MetadataMember.rejection(
                    "grant_types", "contains refresh_token without a grant type that issues refresh tokens");
        }
    }

    private static Set<GrantType> types(@Nullable List<@Nullable String> names) {
        if (names == null) {
            return Set.of(GrantType.AUTHORIZATION_CODE);
        }
        Set<GrantType> types = EnumSet.noneOf(GrantType.class);
        for (String name : MetadataMember.values("grant_types", names)) {
            types.add(GrantType.ofWire(name)
                    .orElseThrow(() -> MetadataMember.rejection("grant_types", "contains an unknown grant type")));
        }
        if (types.isEmpty()) {
            throw MetadataMember.rejection("grant_types", "empty");
        }
        return types;
    }

    private static AuthenticationMethod method(ClientDocument document) {
        String name = Objects.requireNonNullElse(document.tokenEndpointAuthMethod(), "client_secret_basic");
        return AuthenticationMethod.ofWire(name)
                .orElseThrow(() -> MetadataMember.rejection("token_endpoint_auth_method", "unknown"));
    }

    private static void responseTypes(@Nullable List<@Nullable String> names, ClientGrants grants) {
        if (names != null
                && !MetadataMember.values("response_types", names).equals(Set.copyOf(grants.responseTypes()))) {
            throw MetadataMember.rejection(
                    "response_types", "must be code if grant_types contains authorization_code, and empty otherwise");
        }
    }

    private static void keys(ClientDocument document, AuthenticationMethod method) {
        if (document.jwks() != null && document.jwksUri() != null) {
            throw MetadataMember.rejection("jwks", "cannot be combined with jwks_uri");
        }
        MetadataMember.signedByClient("token_endpoint_auth_signing_alg", document.tokenEndpointAuthSigningAlg());
        if (method == AuthenticationMethod.PRIVATE_KEY_JWT && document.jwks() == null && document.jwksUri() == null) {
            throw MetadataMember.rejection("jwks", "is missing, but private_key_jwt needs a key");
        }
    }
}
