package dev.signet.login.pending;

import java.util.List;

/**
 * What a login asks for, already narrowed to what it may be given.
 *
 * @param scope space-separated scope values (RFC 6749 §3.3)
 */
public record WantedAccess(String clientId, List<String> audience, String scope) {}
