package dev.signet.throttle;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import java.time.Duration;
import java.time.Instant;

/** Queries of the IP addresses from which accounts have signed in. */
@ApplicationScoped
class KnownIpAddresses implements ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("known_address", "key_hash", "last_seen_at");
    private static final Duration TOUCH_INTERVAL = Duration.ofDays(1);

    private final EntityManager entities;
    private final ThrottleConfig config;

    KnownIpAddresses(EntityManager entities, ThrottleConfig config) {
        this.entities = entities;
        this.config = config;
    }

    boolean contains(byte[] key, Instant now) {
        return !entities.createNativeQuery(
                        "select 1 from known_address where key_hash = :key and last_seen_at > :oldest")
                .setParameter("key", key)
                .setParameter("oldest", now.minus(config.knownAddressRetention()))
                .getResultList()
                .isEmpty();
    }

    /** Updates the last use of a known IP address so that it does not expire; writes at most once a day. */
    void touch(byte[] key, Instant now) {
        entities.createNativeQuery(
                        "update known_address set last_seen_at = :now where key_hash = :key and last_seen_at < :day")
                .setParameter("key", key)
                .setParameter("now", now)
                .setParameter("day", now.minus(TOUCH_INTERVAL))
                .executeUpdate();
    }

    /** Adds an IP address. Fails with a violated unique constraint if another transaction adds it at the same time. */
    void add(byte[] key, byte[] account, Instant now) {
        entities.createNativeQuery("delete from known_address where key_hash = :key")
                .setParameter("key", key)
                .executeUpdate();
        entities.createNativeQuery(
                        "insert into known_address (key_hash, account_hash, last_seen_at) values (:key, :account, :now)")
                .setParameter("key", key)
                .setParameter("account", account)
                .setParameter("now", now)
                .executeUpdate();
        entities.createNativeQuery("delete from known_address where account_hash = :account and key_hash not in"
                        + " (select key_hash from known_address where account_hash = :account"
                        + " order by last_seen_at desc fetch first " + config.knownAddresses() + " rows only)")
                .setParameter("account", account)
                .executeUpdate();
    }

    @Override
    public String tableName() {
        return EXPIRED.table();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.delete(entities, now.minus(config.knownAddressRetention()), limit);
    }
}
