package dev.signet.oauth.token;

import java.util.Map;

/** Seam. */
public interface TokenResponseExtension {
    void extend(IssuedGrant grant, Map<String, Object> response);
}
