package dev.signet.oidc.discovery;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.tokens.access.DefaultAudience;
import dev.signet.web.issuer.Issuer;
import dev.signet.web.issuer.WellKnown;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Metadata of Signet's own API as a protected resource (RFC 9728). The resource identifier is the issuer, which
 * determines the URL of the document. If another audience is configured for the API, there is no document.
 */
@Singleton
final class ProtectedResourceMetadata {

    private static final String NAME = "oauth-protected-resource";

    private static final String DPOP = "dpop_signing_alg_values_supported";

    private final Optional<PublishedDocument> document;

    private final String url;

    ProtectedResourceMetadata(
            Issuer issuer,
            DefaultAudience audience,
            ProviderMetadata provider,
            WellKnown wellKnown,
            ObjectMapper mapper) {
        this.url = wellKnown.url(NAME);
        this.document = audience.value().equals(issuer.value())
                ? Optional.of(new PublishedDocument(describe(issuer.value(), provider), mapper))
                : Optional.empty();
    }

    /** Returns the URL of the document, if there is one. */
    Optional<String> url() {
        return document.map(published -> url);
    }

    Optional<PublishedDocument> document() {
        return document;
    }

    private static Map<String, Object> describe(String issuer, ProviderMetadata provider) {
        Map<String, Object> members = new TreeMap<>();
        members.put("resource", issuer);
        members.put("resource_name", "Signet");
        members.put("authorization_servers", List.of(issuer));
        members.put("bearer_methods_supported", List.of("header"));
        Object dpop = provider.member(DPOP);
        if (dpop != null) {
            members.put(DPOP, dpop);
        }
        return members;
    }
}
