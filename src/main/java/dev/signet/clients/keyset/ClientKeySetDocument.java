package dev.signet.clients.keyset;

import dev.signet.clients.documentcache.CachedDocument;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.VerificationKeys;
import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/**
 * Keys that a client publishes at its {@code jwks_uri}. They are fetched again for an unknown key, which is how the
 * client rotates keys (OpenID Connect Core §10.1.1).
 */
final class ClientKeySetDocument implements VerificationKeys {

    private final CachedDocument<PublicKeySet> set;

    ClientKeySetDocument(CachedDocument<PublicKeySet> set) {
        this.set = set;
    }

    @Override
    public @Nullable VerificationKey find(String kid) {
        return findKey(keys -> keys.find(kid));
    }

    @Override
    public @Nullable VerificationKey onlyKey() {
        return findKey(PublicKeySet::onlyKey);
    }

    private @Nullable VerificationKey findKey(Function<PublicKeySet, @Nullable VerificationKey> lookup) {
        VerificationKey key = lookUp(set.fresh(), lookup);
        if (key != null) {
            return key;
        }
        set.fetchAgain();
        return lookUp(set.usable(), lookup);
    }

    private static @Nullable VerificationKey lookUp(
            @Nullable PublicKeySet keys, Function<PublicKeySet, @Nullable VerificationKey> lookup) {
        return keys == null ? null : lookup.apply(keys);
    }
}
