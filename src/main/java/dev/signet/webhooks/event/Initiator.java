package dev.signet.webhooks.event;

import org.jspecify.annotations.Nullable;

/** The initiator of an event, as a value of CAEP 1.0 §2 ({@code initiating_entity}). */
public final class Initiator {

    private static final String ADMINISTRATOR = "admin";
    private static final String USER = "user";
    private static final String POLICY = "policy";
    private static final String SYSTEM = "system";

    private Initiator() {}

    /** Returns the {@code initiating_entity} of an event (CAEP 1.0 §2). */
    public static String of(@Nullable String actor, @Nullable String account, @Nullable String reason) {
        if (reason != null) {
            return switch (reason) {
                case "logout", "ended_by_owner", "browser_logout" -> USER;
                case "ended_by_administrator" -> ADMINISTRATOR;
                default -> POLICY;
            };
        }
        if (actor == null) {
            return SYSTEM;
        }
        return actor.equals(account) ? USER : ADMINISTRATOR;
    }
}
