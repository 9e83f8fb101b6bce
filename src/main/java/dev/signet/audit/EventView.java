package dev.signet.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A security event as administrators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventView(
        String id,
        String type,
        Instant at,
        @Nullable UUID actor,
        @Nullable String subject,
        @Nullable String clientId,
        String address,
        String requestId,
        Map<String, String> detail) {}
