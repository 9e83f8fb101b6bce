package dev.signet.oauth.code;

import java.util.UUID;

/** Consumed code, and the id of the session that it opens. */
public record UsedCode(CodeGrant grant, UUID sessionId) {}
