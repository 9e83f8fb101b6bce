package dev.signet.oauth.device;

import dev.signet.clients.Scope;
import dev.signet.web.caller.ClientOrigin;

import java.util.List;
import java.util.UUID;

/**
 * Pending device as the user sees it before the decision.
 *
 * @param scope the requested scope
 * @param origin the origin of the request, by which a user can recognize a request from elsewhere
 */
public record PendingDevice(UUID id, String clientId, Scope scope, List<String> audience, ClientOrigin origin) {}
