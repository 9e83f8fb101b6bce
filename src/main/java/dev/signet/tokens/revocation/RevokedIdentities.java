package dev.signet.tokens.revocation;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Unexpired revocations in the memory of one node. Bounded, because each is removed when the tokens it affects have
 * expired.
 */
final class RevokedIdentities {

    private record Identity(String kind, String value) {}

    private final Map<Identity, Instant> expiries = new ConcurrentHashMap<>();

    void add(String kind, String value, Instant expiresAt) {
        expiries.merge(new Identity(kind, value), expiresAt, RevokedIdentities::later);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    boolean contains(String kind, String value) {
        return !expiries.isEmpty() && expiries.containsKey(new Identity(kind, value));
    }

    void removeExpired(Instant now) {
        expiries.values().removeIf(expiresAt -> expiresAt.isBefore(now));
    }

    int size() {
        return expiries.size();
    }
}
