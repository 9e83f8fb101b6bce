package dev.signet.jose;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The type and claims that a verifier requires of a token. Anything that is neither required nor explicitly ignored is
 * rejected.
 */
public final class JwtPolicy {

    private final String issuer;
    private final Set<JwtType> types;
    private final boolean acceptsUntyped;
    private final @Nullable String audience;
    private final boolean ignoresAudience;
    private final boolean acceptsExpired;
    private final boolean acceptsNullMembers;
    private final Duration clockSkew;
    private final Duration maxLifetime;
    private final Set<String> requiredClaims;

    private JwtPolicy(Builder builder) {
        this.issuer = Objects.requireNonNull(builder.issuer, "a policy needs an issuer");
        if (builder.types.isEmpty()) {
            throw new IllegalStateException("a policy needs the accepted types");
        }
        if (builder.audience != null && builder.ignoresAudience) {
            throw new IllegalStateException("a policy cannot both demand and ignore an audience");
        }
        this.types = Set.copyOf(builder.types);
        this.acceptsUntyped = builder.acceptsUntyped;
        this.audience = builder.audience;
        this.ignoresAudience = builder.ignoresAudience;
        this.acceptsExpired = builder.acceptsExpired;
        this.acceptsNullMembers = builder.acceptsNullMembers;
        this.clockSkew = builder.clockSkew;
        this.maxLifetime = builder.maxLifetime;
        this.requiredClaims = Set.copyOf(builder.requiredClaims);
    }

    public static Builder builder() {
        return new Builder();
    }

    String issuer() {
        return issuer;
    }

    Set<JwtType> types() {
        return types;
    }

    boolean acceptsUntyped() {
        return acceptsUntyped;
    }

    @Nullable
    String audience() {
        return audience;
    }

    boolean ignoresAudience() {
        return ignoresAudience;
    }

    boolean acceptsExpired() {
        return acceptsExpired;
    }

    boolean acceptsNullMembers() {
        return acceptsNullMembers;
    }

    Duration clockSkew() {
        return clockSkew;
    }

    Duration maxLifetime() {
        return maxLifetime;
    }

    Set<String> requiredClaims() {
        return requiredClaims;
    }

    /** Collects the requirements; issuer and types have no default. */
    public static final class Builder {

        private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(60);

        private @Nullable String issuer;
        private final Set<JwtType> types = EnumSet.noneOf(JwtType.class);
        private boolean acceptsUntyped;
        private @Nullable String audience;
        private boolean ignoresAudience;
        private boolean acceptsExpired;
        private boolean acceptsNullMembers;
        private Duration clockSkew = Duration.ofSeconds(30);
        private Duration maxLifetime = Duration.ofHours(24);
        private final Set<String> requiredClaims = new HashSet<>();

        private Builder() {}

        /** Requires this exact value of {@code iss}. */
        public Builder issuer(String issuer) {
            this.issuer = issuer;
            return this;
        }

        public Builder types(Set<JwtType> types) {
            this.types.addAll(types);
            return this;
        }

        public Builder types(JwtType... types) {
            return types(Set.of(types));
        }

        /** Also accepts a token without {@code typ}, as client assertions of RFC 7523 are. */
        public Builder acceptUntyped() {
            this.acceptsUntyped = true;
            return this;
        }

        /**
         * Requires that {@code aud} contains this value. Without this setting, a token with an audience is rejected.
         */
        public Builder audience(String audience) {
            this.audience = audience;
            return this;
        }

        /** Accepts any audience or none, for verifiers of tokens that are intended for other receivers. */
        public Builder ignoreAudience() {
            this.ignoresAudience = true;
            return this;
        }

        /** Accepts an expired token, for callers that use it as a hint and not as a credential. */
        public Builder acceptExpired() {
            this.acceptsExpired = true;
            return this;
        }

        /**
         * Accepts members with the value null, which the {@code claims} of a request object may have (OpenID Connect
         * Core §5.5).
         */
        public Builder acceptNullMembers() {
            this.acceptsNullMembers = true;
            return this;
        }

        /** Sets the maximum difference between clocks, at most 60 seconds; 30 by default. */
        public Builder clockSkew(Duration clockSkew) {
            if (clockSkew.isNegative() || clockSkew.compareTo(MAX_CLOCK_SKEW) > 0) {
                throw new IllegalArgumentException("clock skew must be from 0 to 60 seconds");
            }
            this.clockSkew = clockSkew;
            return this;
        }

        /** Sets the maximum time from {@code iat} to {@code exp}; 24 hours by default. */
        public Builder maxLifetime(Duration maxLifetime) {
            if (maxLifetime.isNegative() || maxLifetime.isZero()) {
                throw new IllegalArgumentException("the maximum lifetime must be positive");
            }
            this.maxLifetime = maxLifetime;
            return this;
        }

        public Builder requiredClaims(String... names) {
            requiredClaims.addAll(List.of(names));
            return this;
        }

        public Builder requiredClaims(Set<String> names) {
            requiredClaims.addAll(names);
            return this;
        }

        public JwtPolicy build() {
            return new JwtPolicy(this);
        }
    }
}
