package dev.signet.oauth.metadata;

import java.util.Map;

/**
 * Contributor to the authorization server metadata. Each endpoint has a bean of this type next to its resource, which
 * adds the endpoint's members of RFC 8414 and OpenID Connect Discovery. So the document names only endpoints that
 * exist.
 */
public interface MetadataSource {

    /**
     * Adds members to the metadata. A list with several contributors is a {@code java.util.List} to which each of them
     * appends.
     */
    void describe(Map<String, Object> metadata);
}
