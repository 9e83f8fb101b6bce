package dev.signet.tokens.status;

import dev.signet.keys.KeySchedule;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Status list references of tokens, for the services that issue tokens; none if status lists are off. */
@Singleton
public final class TokenStatus {

    /** Path of the index of all lists. */
    public static final String PATH = "/status-lists";

    private final boolean on;
    private final FreeSlots free;
    private final ClientSlots clients;
    private final SlotOwnerRepository owners;
    private final SetEntries set;
    private final StatusTimes times;
    private final String base;
    private final Clock clock;

    TokenStatus(
            StatusConfig config,
            FreeSlots free,
            ClientSlots clients,
            SlotOwnerRepository owners,
            SetEntries set,
            KeySchedule schedule,
            Issuer issuer,
            Clock clock) {
        this.on = config.statusList();
        this.free = free;
        this.clients = clients;
        this.owners = owners;
        this.set = set;
        this.times = StatusTimes.of(schedule);
        this.base = issuer.url(PATH + "/");
        this.clock = clock;
    }

    /** Returns whether status lists are on. */
    public boolean isOn() {
        return on;
    }

    /** Returns the URL of the index of all lists; empty if status lists are off. */
    public Optional<String> aggregationUri() {
        return on ? Optional.of(base.substring(0, base.length() - 1)) : Optional.empty();
    }

    /** Keeps free slots in memory. */
    void topUp() {
        if (on) {
            free.topUp();
            clients.removeExpired();
        }
    }

    /** Offers a slot for a session. The caller releases it if the session does not need it. */
    public SlotOffer offer() {
        FreeSlots.Lease lease = free.lease();
        return new SlotOffer(
                lease.slot(),
                lease.until(),
                clock.instant().plus(times.retained()).truncatedTo(ChronoUnit.MICROS));
    }

    /** Releases an unused offer. */
    public void release(SlotOffer slotOffer) {
        free.release(new FreeSlots.Lease(slotOffer.slot(), slotOffer.leasedUntil()));
    }

    /**
     * Returns the {@code status} claim for a token of a session; null if the session has no slot or status lists are
     * off. The claim refers to an entry of the session's slot that is not set. The generation selects the entry in
     * turn.
     */
    public @Nullable Map<String, Object> ofSession(@Nullable Long slot, int generation) {
        if (!on || slot == null) {
            return null;
        }
        StatusSlot own = new StatusSlot(slot);
        int setMask = set.mask(own);
        for (int i = 0; i < StatusSlot.ENTRIES; i++) {
            int index = (generation + i) % StatusSlot.ENTRIES;
            if ((setMask >> index & 1) == 0) {
                return claim(own.entry(index));
            }
        }
        return claim(own.entry(generation));
    }

    /** Returns a reference of the greatest length, for trial tokens; null if status lists are off. */
    public @Nullable Map<String, Object> longestClaim() {
        return on ? Map.of("status_list", Map.of("idx", Long.MAX_VALUE, "uri", base + Long.MAX_VALUE)) : null;
    }

    /** Returns whether the entry for a token of a client itself would have to wait for the database. */
    public boolean needsDatabaseForClient(String registration) {
        return on && !clients.hasNext(registration);
    }

    /** Returns the {@code status} claim for a token of a client itself; null if status lists are off. */
    public @Nullable Map<String, Object> ofClient(String registration) {
        return on ? claim(clients.next(registration)) : null;
    }

    /**
     * Returns the {@code status} claim for an exchanged token; null if status lists are off. The token has a slot of
     * its own, which is set when the token, its session, its subject or the acting client is revoked. Stores the owners
     * in the current transaction.
     */
    public @Nullable Map<String, Object> ofExchange(Map<String, List<String>> ownersByKind) {
        if (!on) {
            return null;
        }
        StatusSlot slot = free.lease().slot();
        Instant removeAfter = clock.instant().plus(times.useDuration());
        ownersByKind.forEach((kind, identities) -> identities.forEach(
                identity -> owners.persist(new SlotOwner(kind, identity, SetEntries.text(slot), removeAfter))));
        return claim(slot.entry(0));
    }

    private Map<String, Object> claim(StatusEntry entry) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("idx", (long) entry.index());
        reference.put("uri", base + entry.list());
        return Map.of("status_list", reference);
    }

    /**
     * Returns the entry in the {@code status} claim of an own token, as a revocation stores it; null if it has none.
     */
    public @Nullable String entriesOf(@Nullable Object claim) {
        if (on
                && claim instanceof Map<?, ?> status
                && status.get("status_list") instanceof Map<?, ?> reference
                && reference.get("idx") instanceof Long index
                && reference.get("uri") instanceof String uri
                && uri.startsWith(base)) {
            return SetEntries.text(new StatusEntry(Long.parseLong(uri.substring(base.length())), index.intValue()));
        }
        return null;
    }
}
