package dev.signet.clients.metadata;

import dev.signet.clients.GrantType;
import dev.signet.clients.Scope;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Validation of the metadata that a client requests for itself. Only administrators set members that affect others:
 * roles, audiences, times to live, {@code first_party}, grants without a user, and scopes beyond the configured ones.
 */
@Singleton
public class RegistrationRequests {

    /** The members of {@link ClientDocument} that a client may set; all others are ignored. */
    static final Set<String> ALLOWED_MEMBERS = Set.of(
            "client_name",
            "client_uri",
            "logo_uri",
            "policy_uri",
            "tos_uri",
            "contacts",
            "redirect_uris",
            "post_logout_redirect_uris",
            "grant_types",
            "response_types",
            "scope",
            "token_endpoint_auth_method",
            "token_endpoint_auth_signing_alg",
            "jwks",
            "jwks_uri",
            "id_token_signed_response_alg",
            "userinfo_signed_response_alg",
            "introspection_signed_response_alg",
            "subject_type",
            "sector_identifier_uri",
            "default_max_age",
            "require_auth_time",
            "backchannel_logout_uri",
            "backchannel_logout_session_required",
            "dpop_bound_access_tokens",
            "require_pushed_authorization_requests",
            "require_signed_request_object");

    private final ClientDocuments documents;
    private final SectorIdentifiers sectors;
    private final SelfRegistrationConfig config;

    RegistrationRequests(ClientDocuments documents, SectorIdentifiers sectors, SelfRegistrationConfig config) {
        this.documents = documents;
        this.sectors = sectors;
        this.config = config;
    }

    /** Returns the document of a new client. May wait for an HTTP call. */
    public ClientDocument newDocument(Map<String, @Nullable Object> requested) {
        ClientDocument document = documents.requested(requested, ALLOWED_MEMBERS, null);
        List<String> audiences = config.registrationAudiences().orElse(List.of());
        ClientDocument newDocument = limitToAllowed(
                audiences.isEmpty() ? document : documents.with(document, "audiences", audiences), Scope.EMPTY);
        sectors.require(newDocument);
        return newDocument;
    }

    /**
     * Validates a requested registration before the row is locked, because the validation may fetch a URL of the
     * request.
     */
    public void check(Map<String, @Nullable Object> requested, ClientDocument former) {
        sectors.require(replacement(requested, former));
    }

    /** Returns the document that replaces a former one. Members that administrators set remain. */
    public ClientDocument replacement(Map<String, @Nullable Object> requested, ClientDocument former) {
        Scope formerScope =
                Scope.parse(Objects.requireNonNullElse(former.scope(), "")).orElse(Scope.EMPTY);
        ClientDocument replacement = documents.requested(requested, ALLOWED_MEMBERS, former);
        if (Boolean.TRUE.equals(former.firstParty())) {
            requireSame("redirect_uris", former.redirectUris(), replacement.redirectUris());
            requireSame(
                    "post_logout_redirect_uris", former.postLogoutRedirectUris(), replacement.postLogoutRedirectUris());
            requireSame(
                    "token_endpoint_auth_method",
                    former.tokenEndpointAuthMethod(),
                    replacement.tokenEndpointAuthMethod());
        }
        return limitToAllowed(replacement, formerScope);
    }

    // The administrator who set first_party trusted these values: no consent page precedes a redirect to a new URI.
    private static void requireSame(String member, @Nullable Object former, @Nullable Object replacement) {
        if (!Objects.equals(former, replacement)) {
            throw MetadataMember.rejection(member, "can be changed only by an administrator while first_party is true");
        }
    }

    // RFC 7591 §2: a client that requests more is registered with less, and the response shows it (§3.2.1).
    private ClientDocument limitToAllowed(ClientDocument document, Scope formerScope) {
        ClientGrants grants = ClientGrants.of(document);
        if (!grants.types().stream().allMatch(GrantType::allowsSelfRegistration)) {
            throw MetadataMember.rejection("grant_types", "contains a grant type that only administrators may set");
        }
        Set<String> configured = new LinkedHashSet<>(config.registrationScopes());
        if (!grants.types().contains(GrantType.REFRESH_TOKEN)) {
            configured.remove("offline_access");
        }
        Scope allowed = Scope.of(configured);
        if (document.scope() != null) {
            Scope requested = Scope.parse(document.scope())
                    .orElseThrow(() -> MetadataMember.rejection("scope", "is not a valid scope"));
            allowed = allowed.plus(formerScope).retainAll(requested);
        }
        return documents.with(document, "scope", allowed.toString());
    }
}
