package dev.signet.oauth.introspection;

import dev.signet.clients.AuthenticationMethod;
import dev.signet.clients.authentication.ClientAuthentication;
import dev.signet.keys.ring.StatementSigner;
import dev.signet.oauth.metadata.MetadataSource;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Metadata of the introspection endpoint (RFC 8414 §2, RFC 9701 §7). */
@Singleton
final class IntrospectionMetadata implements MetadataSource {

    private final Issuer issuer;
    private final StatementSigner signer;

    IntrospectionMetadata(Issuer issuer, StatementSigner signer) {
        this.issuer = issuer;
        this.signer = signer;
    }

    @Override
    public void describe(Map<String, Object> metadata) {
        metadata.put("introspection_endpoint", issuer.url(IntrospectionResource.PATH));
        // The endpoint rejects public clients.
        metadata.put(
                "introspection_endpoint_auth_methods_supported",
                ClientAuthentication.methods().stream()
                        .filter(method -> !method.equals(AuthenticationMethod.NONE.wire()))
                        .collect(Collectors.toCollection(ArrayList::new)));
        metadata.put(
                "introspection_signing_alg_values_supported",
                List.of(signer.algorithm().wireName()));
    }
}
