package dev.signet.oauth.code;

import java.util.UUID;

/** A code that has just been used up, and the id that the session it opens has to have. */
public record UsedCode(CodeGrant grant, UUID sessionId) {}
