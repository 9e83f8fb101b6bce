package dev.signet.tokens.bearer;

import java.util.Optional;

/**
 * Source of one kind of alternative bearer credential, which is accepted in place of an access token. It is a bearer
 * token at Signet's own endpoints, and is accepted by introspection and token exchange. The package that stores the
 * credentials implements this, and no other package depends on it.
 */
public interface AlternativeBearerSource {

    /** Returns whether a credential is of this kind, by its prefix. No other source checks a recognised credential. */
    boolean accepts(String presented);

    /** Returns whether the format alone shows that a credential is invalid. */
    boolean isMalformed(String presented);

    /**
     * Returns the cached credential if it is valid now. An empty result does not mean that the credential is invalid.
     * Does not block.
     */
    Optional<AlternativeBearerCredential> findCached(String presented);

    /** Returns the credential if it is valid at present; otherwise empty. May wait for the database. */
    Optional<AlternativeBearerCredential> find(String presented);
}
