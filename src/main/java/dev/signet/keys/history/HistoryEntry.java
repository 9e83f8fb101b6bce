package dev.signet.keys.history;

import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeyState;
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
 * One entry of the key history: the state of a key since {@code at}. Its hash covers its own content and the previous
 * hash, so an entry cannot be changed, inserted or removed without a change of all later hashes. The kid identifies the
 * key because it is the key's thumbprint.
 */
@Entity
@Immutable
@Table(name = "key_history")
class HistoryEntry {

    /** Value of {@code previousHash} in the first entry. */
    static final String NO_PREVIOUS_HASH = "0".repeat(64);

    private static final String FORMAT = "signet key history 1";

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
                FORMAT,
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
