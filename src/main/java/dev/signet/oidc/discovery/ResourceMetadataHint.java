package dev.signet.oidc.discovery;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import java.util.List;

/** Tells whoever is asked for an access token where to learn how to get one (RFC 9728 §5.1). */
@Singleton
final class ResourceMetadataHint {

    private static final int UNAUTHORIZED = 401;

    // Not the bean itself: filters are made before the configuration is read.
    private final Instance<ProtectedResourceMetadata> resource;

    ResourceMetadataHint(Instance<ProtectedResourceMetadata> resource) {
        this.resource = resource;
    }

    @ServerResponseFilter
    public void add(ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        List<Object> challenges = headers.get(HttpHeaders.WWW_AUTHENTICATE);
        if (response.getStatus() == UNAUTHORIZED && challenges != null) {
            resource.get()
                    .url()
                    .ifPresent(url -> headers.put(
                            HttpHeaders.WWW_AUTHENTICATE,
                            challenges.stream()
                                    .map(challenge -> hinted(challenge, url))
                                    .toList()));
        }
    }

    private static Object hinted(Object challenge, String url) {
        String text = challenge.toString();
        boolean token = text.startsWith("Bearer ") || text.startsWith("DPoP ");
        return token ? text + ", resource_metadata=\"" + url + "\"" : text;
    }
}
