package dev.signet.webhooks.event;

import dev.signet.audit.EventType;
import dev.signet.database.SpaceSeparatedValues;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The events of this service that are events of CAEP 1.0 or RISC 1.0, with their members. */
public final class StandardEvents {

    private static final String SESSION_REVOKED = EventName.CAEP + "session-revoked";
    private static final String SESSION_ESTABLISHED = EventName.CAEP + "session-established";
    private static final String CREDENTIAL_CHANGE = EventName.CAEP + "credential-change";
    private static final String TOKEN_CLAIMS_CHANGE = EventName.CAEP + "token-claims-change";

    private static final String FIDO2 = "fido2-platform";

    private static final Map<EventType, String> NAMES = Map.ofEntries(
            Map.entry(EventType.SESSION_ENDED, SESSION_REVOKED),
            Map.entry(EventType.SESSION_OPENED, SESSION_ESTABLISHED),
            Map.entry(EventType.LOGIN_SUCCEEDED, SESSION_ESTABLISHED),
            Map.entry(EventType.ACCOUNT_PASSWORD_CHANGED, CREDENTIAL_CHANGE),
            Map.entry(EventType.FACTOR_ENROLLED, CREDENTIAL_CHANGE),
            Map.entry(EventType.FACTOR_REMOVED, CREDENTIAL_CHANGE),
            Map.entry(EventType.PASSKEY_REGISTERED, CREDENTIAL_CHANGE),
            Map.entry(EventType.PASSKEY_REMOVED, CREDENTIAL_CHANGE),
            Map.entry(EventType.ACCOUNT_ROLES_CHANGED, TOKEN_CLAIMS_CHANGE),
            Map.entry(EventType.ACCOUNT_DISABLED, EventName.RISC + "account-disabled"),
            Map.entry(EventType.ACCOUNT_ENABLED, EventName.RISC + "account-enabled"),
            Map.entry(EventType.ACCOUNT_DELETED, EventName.RISC + "account-purged"));

    private StandardEvents() {}

    /** Returns all names in alphabetical order. */
    public static List<String> names() {
        return NAMES.values().stream().distinct().sorted().toList();
    }

    /** Returns the event types of this service that have this name. */
    public static Set<EventType> named(String name) {
        Set<EventType> types = new LinkedHashSet<>();
        NAMES.forEach((type, standard) -> {
            if (standard.equals(name)) {
                types.add(type);
            }
        });
        return types;
    }

    /** Returns the standard name of an event type; empty if no standard has one. */
    public static Optional<String> nameOf(EventType type) {
        return Optional.ofNullable(NAMES.get(type));
    }

    /** Returns the members that only events of this type have. */
    public static Map<String, Object> members(EventType type, Map<String, String> detail) {
        return switch (type) {
            case ACCOUNT_PASSWORD_CHANGED -> credential("password", "update");
            case FACTOR_ENROLLED -> credential("app", "true".equals(detail.get("replaced")) ? "update" : "create");
            case FACTOR_REMOVED -> credential("app", "delete");
            case PASSKEY_REGISTERED ->
                credential("cross-platform".equals(detail.get("attachment")) ? "fido2-roaming" : FIDO2, "create");
            case PASSKEY_REMOVED -> credential(FIDO2, "delete");
            case ACCOUNT_ROLES_CHANGED ->
                Map.of("claims", Map.of("groups", SpaceSeparatedValues.split(detail.getOrDefault("roles", ""))));
            default -> Map.of();
        };
    }

    private static Map<String, Object> credential(String type, String change) {
        return Map.of("credential_type", type, "change_type", change);
    }
}
