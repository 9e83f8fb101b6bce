package dev.signet.tokens.status;

import dev.signet.keys.KeySchedule;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The place of a token in a status list, for whoever issues one; nothing at all where lists are off. */
@Singleton
public final class TokenStatus {

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
        this.base = issuer.url(StatusLists.PATH + "/");
        this.clock = clock;
    }

    /** Whether tokens have a place in a list. */
    public boolean isOn() {
        return on;
    }

    /** Where all lists are named, if there are any. */
    public Optional<String> aggregationUri() {
        return on ? Optional.of(base.substring(0, base.length() - 1)) : Optional.empty();
    }

    /** Sees to it that there are places in memory. */
    void topUp() {
        if (on) {
            free.topUp();
            clients.forgetOver();
        }
    }

    /** A slot for a session, should it need one; to be given back if it does not. */
    public SlotOffer offer() {
        FreeSlots.Lease lease = free.take();
        return new SlotOffer(
                lease.slot(), lease.until(), clock.instant().plus(times.held()).truncatedTo(ChronoUnit.MICROS));
    }

    /** Takes back an offer that was not taken up. */
    public void giveBack(SlotOffer offer) {
        free.giveBack(new FreeSlots.Lease(offer.slot(), offer.leasedUntil()));
    }

    /** What a token of a session says of its place: of the session's slot an entry that is not set, the generations in turn. */
    public @Nullable Map<String, Object> ofSession(@Nullable Long slot, int generation) {
        if (!on || slot == null) {
            return null;
        }
        StatusSlot own = new StatusSlot(slot);
        int taken = set.mask(own);
        for (int i = 0; i < StatusSlot.ENTRIES; i++) {
            int index = (generation + i) % StatusSlot.ENTRIES;
            if ((taken >> index & 1) == 0) {
                return claim(own.entry(index));
            }
        }
        return claim(own.entry(generation));
    }

    /** Returns a reference of the greatest length, for trial tokens; null if tokens have no reference. */
    public @Nullable Map<String, Object> longest() {
        return on ? Map.of("status_list", Map.of("idx", Long.MAX_VALUE, "uri", base + Long.MAX_VALUE)) : null;
    }

    /** Whether a token of a client's own would have to wait for its place. */
    public boolean wouldWaitForClient(String registration) {
        return on && !clients.hasNext(registration);
    }

    /** What a token of a client's own says of its place. */
    public @Nullable Map<String, Object> ofClient(String registration) {
        return on ? claim(clients.next(registration)) : null;
    }

    /**
     * What an exchanged token says of its place, which is its own: it goes when it is given back, with the session if there is
     * one, with its subject and with the client that acts. Within the present transaction.
     */
    public @Nullable Map<String, Object> ofExchange(Map<String, List<String>> ownersByKind) {
        if (!on) {
            return null;
        }
        StatusSlot slot = free.take().slot();
        Instant removeAfter = clock.instant().plus(times.use());
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

    /** The place a token of ours refers to by its claim, as a revocation says it; null if it has none. */
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
