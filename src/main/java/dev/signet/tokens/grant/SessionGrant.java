package dev.signet.tokens.grant;

import java.util.UUID;

/** Authorization of a session, which its access tokens contain. It never changes during the session. */
public record SessionGrant(UUID sessionId, Authorization authorization) {}
