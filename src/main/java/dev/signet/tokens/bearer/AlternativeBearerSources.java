package dev.signet.tokens.bearer;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;

/** All sources of alternative bearer credentials, as one. */
@Singleton
public final class AlternativeBearerSources {

    private final List<AlternativeBearerSource> sources;

    AlternativeBearerSources(Instance<AlternativeBearerSource> sources) {
        this.sources = sources.stream().toList();
    }

    /** Returns whether a credential has the form of an alternative bearer credential, even if it is invalid. */
    public boolean accepts(String presented) {
        return source(presented).isPresent();
    }

    /** Returns whether the format alone shows that a credential is invalid. */
    boolean isMalformed(String presented) {
        return source(presented)
                .filter(source -> !source.isMalformed(presented))
                .isEmpty();
    }

    /**
     * Returns the cached credential if it is valid now. An empty result does not mean that the credential is invalid.
     * Does not block.
     */
    public Optional<AlternativeBearerCredential> findCached(String presented) {
        return source(presented).flatMap(source -> source.findCached(presented));
    }

    /** Returns the credential if it is valid at present; otherwise empty. May wait for the database. */
    public Optional<AlternativeBearerCredential> find(String presented) {
        return source(presented).flatMap(source -> source.find(presented));
    }

    private Optional<AlternativeBearerSource> source(String presented) {
        for (AlternativeBearerSource source : sources) {
            if (source.accepts(presented)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }
}
