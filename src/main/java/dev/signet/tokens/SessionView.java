package dev.signet.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A live session as its owner and administrators see it; {@code current} marks the caller's own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionView(
        UUID id,
        UUID accountId,
        String clientId,
        String address,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        boolean current) {}
