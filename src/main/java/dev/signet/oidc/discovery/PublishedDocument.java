package dev.signet.oidc.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.secrets.SecretDigest;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import org.jboss.resteasy.reactive.RestResponse;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Public JSON document that does not change until the next start, so caches may store it (RFC 9111). */
final class PublishedDocument {

    private static final Duration MAX_AGE = Duration.ofMinutes(10);
    private static final String CACHE_CONTROL = "public, max-age=" + MAX_AGE.toSeconds();

    private final String json;
    private final EntityTag etag;

    PublishedDocument(Map<String, Object> members, ObjectMapper mapper) {
        try {
            this.json = mapper.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        this.etag = new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(SecretDigest.sha256(json)));
    }

    /** Returns the document, or 304 if the cached version is still valid (RFC 9110 §13.1.2). */
    RestResponse<String> toResponse(Request request) {
        boolean unchanged = request.evaluatePreconditions(etag) != null;
        RestResponse.ResponseBuilder<String> response = unchanged
                ? RestResponse.ResponseBuilder.notModified()
                : RestResponse.ResponseBuilder.ok(json, MediaType.APPLICATION_JSON_TYPE);
        return response.tag(etag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .build();
    }
}
