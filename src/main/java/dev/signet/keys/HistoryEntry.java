package dev.signet.keys;

import dev.signet.jose.Jwk;
import dev.signet.jose.JwsAlgorithm;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One entry of the history of keys: a state that a key has had since that time. Its hash is over what it says and the hash before
 * it, so that none can be changed, put in or taken out without changing all behind it. The key itself is in it by its kid, which
 * is its thumbprint.
 */
@Entity
@Immutable
@Table(name = "key_history")
class HistoryEntry {

    /** What stands before the first entry. */
    static final String NOTHING_BEFORE = "0".repeat(64);

    private static final String FORM = "signet key history 1";

    @Id
    Long sequence;

    String kid;

    @Enumerated(EnumType.STRING)
    JwsAlgorithm algorithm;

    @Enumerated(EnumType.STRING)
    KeyState state;

    Instant at;
    boolean found;
    String publicJwk;
    String previousHash;
    String hash;

    protected HistoryEntry() {}

    HistoryEntry(long sequence, String previousHash, StateChange change, Instant at, boolean found) {
        this.sequence = sequence;
        this.kid = change.jwk().kid();
        this.algorithm = change.jwk().algorithm();
        this.state = change.state();
        this.at = at;
        this.found = found;
        this.publicJwk = change.jwk().toJson();
        this.previousHash = previousHash;
        this.hash = computedHash();
    }

    private String computedHash() {
        String text = String.join(
                "\n",
                FORM,
                Long.toString(sequence),
                previousHash,
                kid,
                algorithm.wireName(),
                state.name(),
                at.toString(),
                Boolean.toString(found));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    HistoryView view() {
        return new HistoryView(
                sequence,
                kid,
                algorithm.wireName(),
                state,
                at,
                found,
                Jwk.parse(publicJwk).members(),
                previousHash,
                hash);
    }
}
