package dev.signet.tokens;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;

/** Every kind of credential that is taken in place of an access token, as one. */
@Singleton
public final class StandIns {

    private final List<StandInSource> sources;

    StandIns(Instance<StandInSource> sources) {
        this.sources = sources.stream().toList();
    }

    /** Whether it is of such a kind, and so no access token, whether it is good or not. */
    public boolean recognises(String presented) {
        return source(presented).isPresent();
    }

    /** Whether its form alone shows that it is no good. */
    boolean isMalformed(String presented) {
        return source(presented)
                .filter(source -> !source.isMalformed(presented))
                .isEmpty();
    }

    /** What it stands for if this node remembers it and it is good at this moment; empty says nothing. Waits for nothing. */
    public Optional<StandIn> remembered(String presented) {
        return source(presented).flatMap(source -> source.remembered(presented));
    }

    /** What it stands for; empty unless it is good at this moment. May wait for the database. */
    public Optional<StandIn> find(String presented) {
        return source(presented).flatMap(source -> source.find(presented));
    }

    private Optional<StandInSource> source(String presented) {
        for (StandInSource source : sources) {
            if (source.recognises(presented)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }
}
