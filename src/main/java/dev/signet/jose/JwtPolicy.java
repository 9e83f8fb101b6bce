package dev.signet.jose;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a verifier demands of a token's type and claims; whatever is not asked for or explicitly ignored is refused. */
public final class JwtPolicy {

    private final String issuer;
    private final Set<JwtType> types;
    private final boolean untyped;
    private final @Nullable String audience;
    private final boolean audienceIgnored;
    private final boolean expiredToo;
    private final boolean nullMembers;
    private final Duration clockSkew;
    private final Duration maxLifetime;
    private final Set<String> requiredClaims;

    private JwtPolicy(Builder builder) {
        this.issuer = Objects.requireNonNull(builder.issuer, "a policy needs an issuer");
        if (builder.types.isEmpty()) {
            throw new IllegalStateException("a policy needs the accepted types");
        }
        if (builder.audience != null && builder.audienceIgnored) {
            throw new IllegalStateException("a policy cannot both demand and ignore an audience");
        }
        this.types = Set.copyOf(builder.types);
        this.untyped = builder.untyped;
        this.audience = builder.audience;
        this.audienceIgnored = builder.audienceIgnored;
        this.expiredToo = builder.expiredToo;
        this.nullMembers = builder.nullMembers;
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
        return untyped;
    }

    @Nullable
    String audience() {
        return audience;
    }

    boolean ignoresAudience() {
        return audienceIgnored;
    }

    boolean acceptsExpired() {
        return expiredToo;
    }

    boolean acceptsNullMembers() {
        return nullMembers;
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

    /** Collects the demands; issuer and types have no default. */
    public static final class Builder {

        private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(60);

        private @Nullable String issuer;
        private final Set<JwtType> types = EnumSet.noneOf(JwtType.class);
        private boolean untyped;
        private @Nullable String audience;
        private boolean audienceIgnored;
        private boolean expiredToo;
        private boolean nullMembers;
        private Duration clockSkew = Duration.ofSeconds(30);
        private Duration maxLifetime = Duration.ofHours(24);
        private final Set<String> requiredClaims = new HashSet<>();

        private Builder() {}

        /** The exact value of {@code iss}. */
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

        /** Accepts a token without {@code typ} too, as client assertions of RFC 7523 are. */
        public Builder acceptUntyped() {
            this.untyped = true;
            return this;
        }

        /** A value that {@code aud} must hold. Without it a token that has an audience is refused. */
        public Builder audience(String audience) {
            this.audience = audience;
            return this;
        }

        /** Accepts any audience or none, for whoever verifies tokens that are meant for others. */
        public Builder ignoreAudience() {
            this.audienceIgnored = true;
            return this;
        }

        /** Accepts a token whose time is over, for whoever takes it for a hint and not for a credential. */
        public Builder acceptExpired() {
            this.expiredToo = true;
            return this;
        }

        /** Accepts members whose value is null, as the {@code claims} of a request object have (OpenID Connect Core §5.5). */
        public Builder acceptNullMembers() {
            this.nullMembers = true;
            return this;
        }

        /** How far clocks may be apart, at most 60 seconds; 30 by default. */
        public Builder clockSkew(Duration clockSkew) {
            if (clockSkew.isNegative() || clockSkew.compareTo(MAX_CLOCK_SKEW) > 0) {
                throw new IllegalArgumentException("clock skew must be from 0 to 60 seconds");
            }
            this.clockSkew = clockSkew;
            return this;
        }

        /** The longest time from {@code iat} to {@code exp}; 24 hours by default. */
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
