package dev.signet.keys.ring;

import dev.signet.keys.KeyRecord;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** The stored keys, as the package that owns their table provides them to the key ring. */
public interface StoredKeys {

    /** Returns the published keys, oldest first. */
    List<KeyRecord> findPublished();

    /** Returns the encrypted private half of a key; null if it is erased. */
    byte @Nullable [] sealedPrivateKey(String kid);
}
