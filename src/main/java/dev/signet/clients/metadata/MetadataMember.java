package dev.signet.clients.metadata;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.jwk.JwsAlgorithm;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Validation of single members of client metadata; an error names the member (RFC 7591 §3.2.2). */
public final class MetadataMember {

    private static final int MAX_VALUES = 50;

    private MetadataMember() {}

    static ServiceException rejection(String member, String privateReason) {
        return new ServiceException(ErrorCode.INVALID_CLIENT_METADATA, member + ": " + privateReason)
                .with("member", member);
    }

    /** Returns the values of an array in order, without duplicates; empty for an absent array. */
    static Set<String> values(String member, @Nullable List<@Nullable String> values) {
        if (values == null) {
            return Set.of();
        }
        Set<String> all = new LinkedHashSet<>();
        for (String value : values) {
            if (value == null || value.isEmpty() || !all.add(value)) {
                throw rejection(member, "contains a null, empty or duplicate value");
            }
        }
        if (all.size() > MAX_VALUES) {
            throw rejection(member, "has more than " + MAX_VALUES + " values");
        }
        return all;
    }

    static @Nullable String webUrl(String member, @Nullable String uri) {
        if (uri != null) {
            ClientUri.webUrlError(uri).ifPresent(reason -> {
                throw rejection(member, reason);
            });
        }
        return uri;
    }

    /** Returns the algorithm with which Signet signs; it must have keys. */
    static @Nullable JwsAlgorithm signedWith(String member, @Nullable String name, Collection<JwsAlgorithm> enabled) {
        JwsAlgorithm algorithm = algorithm(member, name);
        if (algorithm != null && !enabled.contains(algorithm)) {
            throw rejection(member, "is not in signet.keys.algorithms");
        }
        return algorithm;
    }

    /** Validates the algorithm with which the client itself signs. */
    static void signedByClient(String member, @Nullable String name) {
        JwsAlgorithm algorithm = algorithm(member, name);
        if (algorithm != null && !algorithm.isClassic()) {
            throw rejection(member, "is not a signature algorithm that clients may use");
        }
    }

    private static @Nullable JwsAlgorithm algorithm(String member, @Nullable String name) {
        try {
            return name == null ? null : JwsAlgorithm.ofSetting(name);
        } catch (IllegalArgumentException e) {
            throw rejection(member, "is not a supported algorithm");
        }
    }

    /**
     * Returns a number of seconds as a duration; null for an absent number.
     *
     * @param min the least allowed number of seconds
     */
    public static @Nullable Duration seconds(String member, @Nullable Long seconds, long min, Duration max) {
        if (seconds == null) {
            return null;
        }
        if (seconds < min || seconds > max.toSeconds()) {
            throw rejection(member, "is not from " + min + " to " + max.toSeconds() + " seconds");
        }
        return Duration.ofSeconds(seconds);
    }
}
