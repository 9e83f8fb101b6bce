package dev.signet.tokens.status.publication;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.keys.ring.KeyRing;
import dev.signet.tokens.status.SetEntries;
import dev.signet.tokens.status.StatusCatalogue;
import dev.signet.tokens.status.StatusConfig;
import dev.signet.tokens.status.TokenStatus;
import dev.signet.web.issuer.Issuer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Published status lists: one signed document in memory per list, which is signed again when an entry or the keys
 * change, and before it expires. The endpoint is public, so the cost does not grow with the number of requests.
 */
@ApplicationScoped
@Startup
class StatusLists {

    private final boolean on;
    private final Duration ttl;
    private final StatusCatalogue catalogue;
    private final StatusListSigner signer;
    private final SetEntries set;
    private final KeyRing keys;
    private final Issuer issuer;
    private final Clock clock;
    private final Map<Long, StatusListDocument> documents = new ConcurrentHashMap<>();

    StatusLists(
            StatusConfig config,
            StatusCatalogue catalogue,
            StatusListSigner signer,
            SetEntries set,
            KeyRing keys,
            Issuer issuer,
            MeterRegistry meters,
            Clock clock) {
        this.on = config.statusList();
        this.ttl = config.statusListTtl();
        this.catalogue = catalogue;
        this.signer = signer;
        this.set = set;
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
        if (on) {
            Gauge.builder("signet_status_list", this, StatusLists::length)
                    .description("Size of all signed status lists in memory")
                    .baseUnit(BaseUnits.BYTES)
                    .register(meters);
        }
    }

    static String path(long list) {
        return TokenStatus.PATH + "/" + list;
    }

    Duration ttl() {
        return ttl;
    }

    /**
     * Returns the document of a list.
     *
     * @throws ServiceException {@code not_found} if there is no such list, or status lists are off
     */
    StatusListDocument document(String id) {
        Long list = on && id.matches("[1-9][0-9]{0,17}") ? Long.valueOf(id) : null;
        if (list == null || !catalogue.has(list)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "status list not found");
        }
        StatusListDocument present = documents.get(list);
        if (present != null && isCurrent(list, present)) {
            return present;
        }
        documents.keySet().retainAll(catalogue.lists());
        // One thread signs it; the others wait for the result instead of signing it too.
        return documents.compute(
                list,
                (number, existing) -> existing != null && isCurrent(number, existing) ? existing : signer.sign(number));
    }

    private boolean isCurrent(long list, StatusListDocument document) {
        return document.isCurrent(set.version(list), keys.jwks().etag(), clock.instant());
    }

    /**
     * Returns the URLs of the lists that tokens may refer to.
     *
     * @throws ServiceException {@code not_found} if status lists are off
     */
    List<String> uris() {
        if (!on) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "signet.tokens.status-list is off");
        }
        return catalogue.lists().stream().map(list -> issuer.url(path(list))).toList();
    }

    /** Returns the total length of all documents in memory. */
    long length() {
        return documents.values().stream()
                .mapToLong(document -> document.jwt().length())
                .sum();
    }
}
