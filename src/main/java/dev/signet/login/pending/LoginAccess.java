package dev.signet.login.pending;

import java.util.List;

/**
 * The client, audience and scope of a login; only values that the login may request.
 *
 * @param scope space-separated scope values (RFC 6749 §3.3)
 */
public record LoginAccess(String clientId, List<String> audience, String scope) {}
