package dev.signet.tokens.grant;

import dev.signet.clients.Scope;

import java.util.List;

/** The client, audience and scope that a login or a device requests; only values that it may request. */
public record RequestedAccess(String clientId, List<String> audience, Scope scope) {}
