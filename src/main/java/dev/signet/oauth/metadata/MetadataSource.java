package dev.signet.oauth.metadata;

import java.util.Map;

/**
 * Something that works and says so: each endpoint is a bean of this type beside its resource and adds its own members of RFC 8414
 * and OpenID Connect Discovery, so that the published document can name nothing that is not there.
 */
public interface MetadataSource {

    /** Adds members; a list that several contribute to is a {@code java.util.List} they append to. */
    void describe(Map<String, Object> metadata);
}
