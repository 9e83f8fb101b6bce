package dev.signet.login.pending;

import dev.signet.clients.Scope;

import java.util.List;

/** The client, audience and scope of a login; only values that the login may request. */
public record LoginAccess(String clientId, List<String> audience, Scope scope) {}
