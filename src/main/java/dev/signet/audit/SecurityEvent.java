package dev.signet.audit;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A security event. It contains ids, never secrets.
 *
 * @param actor the account that acted, if one is known
 * @param subject the id of the affected object: an account, a session, a key
 */
public record SecurityEvent(
        EventType type,
        @Nullable UUID actor,
        @Nullable String subject,
        @Nullable String clientId,
        Map<String, String> detail) {

    public SecurityEvent {
        detail = Map.copyOf(detail);
    }

    public static SecurityEvent of(EventType type) {
        return new SecurityEvent(type, null, null, null, Map.of());
    }

    public SecurityEvent actor(@Nullable UUID account) {
        return new SecurityEvent(type, account, subject, clientId, detail);
    }

    public SecurityEvent subject(@Nullable String id) {
        return new SecurityEvent(type, actor, id, clientId, detail);
    }

    public SecurityEvent client(@Nullable String id) {
        return new SecurityEvent(type, actor, subject, id, detail);
    }

    public SecurityEvent detail(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(detail);
        more.put(key, value);
        return new SecurityEvent(type, actor, subject, clientId, more);
    }
}
