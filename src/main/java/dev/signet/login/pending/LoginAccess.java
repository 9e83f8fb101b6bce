package dev.signet.login.pending;

import java.util.List;

/**
 * The access that a login requests, limited to the access it may have.
 *
 * @param scope space-separated scope values (RFC 6749 §3.3)
 */
public record LoginAccess(String clientId, List<String> audience, String scope) {}
