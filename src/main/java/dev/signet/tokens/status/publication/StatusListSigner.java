package dev.signet.tokens.status.publication;

import dev.signet.jose.JwtType;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.ring.KeyRing;
import dev.signet.keys.ring.StatementSigner;
import dev.signet.secrets.SecretDigest;
import dev.signet.tokens.status.SetEntries;
import dev.signet.tokens.status.StatusConfig;
import dev.signet.tokens.status.StatusSlot;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Signer of Status List Tokens (draft-ietf-oauth-status-list §5.1): one bit for each entry, compressed. */
@Singleton
final class StatusListSigner {

    private final StatementSigner signer;
    private final KeyRing keys;
    private final SetEntries set;
    private final Issuer issuer;
    private final Duration ttl;
    private final Duration tokenTtl;
    private final Clock clock;

    StatusListSigner(
            StatementSigner signer,
            KeyRing keys,
            SetEntries set,
            Issuer issuer,
            StatusConfig config,
            KeySchedule schedule,
            Clock clock) {
        this.signer = signer;
        this.keys = keys;
        this.set = set;
        this.issuer = issuer;
        this.ttl = config.statusListTtl();
        this.tokenTtl = schedule.longestTokenLife();
        this.clock = clock;
    }

    StatusListDocument sign(long list) {
        // The version is read before the entries, because an entry that is set later results in another version.
        long version = set.version(list);
        String keySet = keys.jwks().etag();
        Instant now = clock.instant();
        byte[] bytes = new byte[StatusSlot.PER_LIST];
        set.write(list, bytes);
        Map<String, Object> statusList = new LinkedHashMap<>();
        statusList.put("bits", 1L);
        statusList.put("lst", base64(compress(bytes)));
        String jwt = signer.sign(
                JwtType.STATUS_LIST,
                signer.startClaims(now)
                        .claim("sub", issuer.url(StatusLists.path(list)))
                        .claim("exp", now.plus(tokenTtl))
                        .claim("ttl", ttl.toSeconds())
                        .claim("status_list", statusList));
        return new StatusListDocument(
                jwt, base64(SecretDigest.sha256(jwt)), version, keySet, now, now.plus(ttl.dividedBy(2)));
    }

    static byte[] compress(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
                stream.write(bytes);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
