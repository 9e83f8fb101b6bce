package dev.signet.tokens.access;

import dev.signet.accounts.Account;
import dev.signet.accounts.JoinedAccount;
import dev.signet.clients.ClaimLocation;
import dev.signet.clients.Client;
import dev.signet.clients.Scope;
import dev.signet.clients.TokenSettings;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtSigner;
import dev.signet.jose.JwtType;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.ring.KeyRing;
import dev.signet.secrets.RandomText;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.Authorization;
import dev.signet.tokens.grant.SessionGrant;
import dev.signet.tokens.grant.TokenOptions;
import dev.signet.tokens.revocation.TokenIdentifier;
import dev.signet.tokens.status.TokenStatus;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Issuer of access tokens: JWTs of RFC 9068 that are also MicroProfile JWTs. */
@Singleton
public final class AccessTokens {

    private static final int JTI_BYTES = 16;
    // 8.5 KB of claims fit next to an RSA signature of 4096 bits. At four bytes per character, these roles need 2 KB,
    // and the other claims at most 6.4 KB. Scope and audience have at most 1,000 characters each, the client id 2,000,
    // the username 100, and the e-mail address 254.
    private static final int ALWAYS_ISSUABLE_ROLES_LENGTH = 500;
    private static final int ALWAYS_CHECK = -1;

    private final KeyRing keys;
    private final JwsAlgorithm algorithm;
    private final String issuer;
    private final Duration ttl;
    private final Duration maxTtl;
    private final TokenLengths lengths;
    private final TokenStatus status;
    private final Clock clock;
    private final SecureRandom random;

    AccessTokens(
            KeyRing keys,
            KeySchedule schedule,
            AccessTokenConfig config,
            TokenLengths lengths,
            TokenStatus status,
            Issuer issuer,
            Clock clock,
            SecureRandom random) {
        this.keys = keys;
        this.algorithm = JwsAlgorithm.ofSetting(config.algorithm());
        this.issuer = issuer.value();
        this.ttl = config.accessTokenTtl();
        this.maxTtl = schedule.longestTokenLife();
        this.lengths = lengths;
        this.status = status;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Signs a token with the grant of the session and the current roles and data of the account.
     *
     * @param status the reference to its entry in a status list; null if it has none
     */
    public IssuedAccessToken issue(
            Account account, SessionGrant sessionGrant, TokenOptions options, @Nullable Map<String, Object> status) {
        Duration ttl = ttl(options);
        Authorization authorization = sessionGrant.authorization();
        ClaimsSet.Builder claims = claims(
                        account.id().toString(),
                        authorization.audience(),
                        ttl,
                        options.settings().registration(),
                        0)
                .claim("client_id", authorization.clientId());
        Scope scope = authorization.scope();
        addScope(claims, scope);
        AuthenticationContext authenticationContext = authorization.authenticationContext();
        claims.claim("sid", sessionGrant.sessionId().toString())
                .claim("auth_time", authenticationContext.authTime())
                .claim("acr", authenticationContext.acr())
                .claim("amr", authenticationContext.amr())
                .claim("upn", account.username());
        if (options.settings().roles().allows(ClaimLocation.ACCESS_TOKEN, scope)) {
            addRoles(claims, account.roles());
        }
        addPersonalData(claims, account, scope);
        addStatus(claims, status);
        MappedClaims.add(claims, options.settings(), ClaimLocation.ACCESS_TOKEN, account, scope);
        return sign(claims, options, ttl, account.id(), authorization.clientId());
    }

    /**
     * Rejects a token that would be too long, before anything is consumed for it. Signs a trial token only if its roles
     * are long.
     *
     * @throws ServiceException {@code token_too_large}
     */
    public void requireIssuable(Account account, SessionGrant sessionGrant, TokenOptions options) {
        if (!isAlwaysIssuable(account.roles(), options)) {
            issue(account, sessionGrant, options, status.longestClaim());
        }
    }

    /**
     * Returns whether every token with these roles is short enough.
     *
     * @param roles the roles of the token
     */
    public boolean isAlwaysIssuable(Collection<String> roles, TokenOptions options) {
        return rolesLength(roles) <= alwaysIssuableRolesLength(options);
    }

    /**
     * Returns the maximum length of roles ({@link #rolesLength}) with which every token is short enough; negative if
     * mapped claims or a post-quantum signature make the length unpredictable.
     */
    public int alwaysIssuableRolesLength(TokenOptions options) {
        TokenSettings settings = options.settings();
        boolean isClassic = algorithm(settings).isClassic()
                && (settings.idTokenAlgorithm() == null
                        || settings.idTokenAlgorithm().isClassic());
        return isClassic && settings.claims().isEmpty() ? ALWAYS_ISSUABLE_ROLES_LENGTH : ALWAYS_CHECK;
    }

    /** Returns the number of characters of roles in a token, with their quotes and commas. */
    public static int rolesLength(Collection<String> roles) {
        return roles.stream()
                .mapToInt(role -> role.length() + JoinedAccount.CHARACTERS_AROUND_ROLE)
                .sum();
    }

    /**
     * Signs a token for the client itself. It belongs to no session, so it has no {@code sid}, and its {@code sub} is
     * the client (RFC 9068 §2.2).
     */
    IssuedAccessToken issue(
            Client client,
            List<String> audience,
            Scope scope,
            TokenOptions options,
            @Nullable Map<String, Object> status) {
        Duration ttl = ttl(options);
        long registration = client.tokens().registration();
        ClaimsSet.Builder claims =
                claims(client.id(), audience, ttl, registration, registration).claim("client_id", client.id());
        addScope(claims, scope);
        addRoles(claims, client.roles());
        addStatus(claims, status);
        MappedClaims.add(claims, options.settings(), ClaimLocation.ACCESS_TOKEN, null, scope);
        return sign(claims, options, ttl, null, client.id());
    }

    /**
     * Signs a token with at most the claims and the time to live of another token. Returns empty if that token is about
     * to expire.
     */
    Optional<IssuedAccessToken> exchange(
            TokenExchange exchange, Collection<String> roles, Supplier<@Nullable Map<String, Object>> status) {
        ClaimsSet subject = exchange.subject();
        Duration ttl = ttl(exchange.options());
        Duration remaining = subject.instant("exp")
                .map(end -> Duration.between(clock.instant(), end))
                .orElse(ttl);
        if (remaining.toSeconds() < 1) {
            return Optional.empty();
        }
        Duration shorterTtl = ttl.compareTo(remaining) < 0 ? ttl : remaining;
        ClaimsSet.Builder claims = claims(
                        subject.string("sub").orElseThrow(),
                        exchange.audience(),
                        shorterTtl,
                        exchange.client().tokens().registration(),
                        exchange.subjectRegistration())
                .claim("client_id", exchange.client().id());
        addScope(claims, exchange.scope());
        for (String name : List.of("sid", "acr", "upn")) {
            subject.string(name).ifPresent(value -> claims.claim(name, value));
        }
        subject.instant("auth_time").ifPresent(time -> claims.claim("auth_time", time));
        if (subject.has("amr")) {
            claims.claim("amr", subject.strings("amr"));
        }
        if (subject.has("groups")) {
            addRoles(claims, roles);
        }
        ActorClaim.claim(exchange).ifPresent(actor -> claims.claim("act", actor));
        addStatus(claims, status.get());
        return Optional.of(sign(
                claims,
                exchange.options(),
                shorterTtl,
                account(subject),
                exchange.client().id()));
    }

    // The subject of a token without a session is a client.
    private static @Nullable UUID account(ClaimsSet subject) {
        return subject.has("sid") ? UUID.fromString(subject.string("sub").orElseThrow()) : null;
    }

    private Duration ttl(TokenOptions options) {
        Duration configured = options.settings().accessTokenTtl();
        if (configured == null) {
            return ttl;
        }
        return configured.compareTo(maxTtl) > 0 ? maxTtl : configured;
    }

    private ClaimsSet.Builder claims(
            String subject, List<String> audience, Duration ttl, long clientRegistration, long subjectRegistration) {
        Instant now = clock.instant();
        ClaimsSet.Builder claims = ClaimsSet.builder().claim("iss", issuer).claim("sub", subject);
        if (audience.size() == 1) {
            claims.claim("aud", audience.get(0));
        } else {
            claims.claim("aud", audience);
        }
        return claims.claim("exp", now.plus(ttl))
                .claim("iat", now)
                .claim("nbf", now)
                .claim(
                        "jti",
                        new TokenIdentifier(RandomText.of(JTI_BYTES, random), clientRegistration, subjectRegistration)
                                .text());
    }

    private static void addScope(ClaimsSet.Builder claims, Scope scope) {
        if (!scope.isEmpty()) {
            claims.claim("scope", scope.toString());
        }
    }

    private static void addRoles(ClaimsSet.Builder claims, Collection<String> roles) {
        claims.claim("groups", roles.stream().sorted().toList());
    }

    private static void addStatus(ClaimsSet.Builder claims, @Nullable Map<String, Object> status) {
        if (status != null) {
            claims.claim("status", status);
        }
    }

    // Personal data is released only for the scope that requests it (OpenID Connect Core §5.4).
    private static void addPersonalData(ClaimsSet.Builder claims, Account account, Scope scope) {
        String email = account.email();
        if (email != null && scope.contains("email")) {
            claims.claim("email", email).claim("email_verified", account.emailVerified());
        }
    }

    /**
     * Checks that this node can sign a token.
     *
     * @throws ServiceException {@code temporarily_unavailable}
     */
    public void requireSigner(TokenOptions options) {
        signer(options);
    }

    /** Returns the algorithm that signs tokens with these settings. */
    public JwsAlgorithm algorithm(TokenSettings settings) {
        JwsAlgorithm registered = settings.accessTokenAlgorithm();
        return registered == null ? algorithm : registered;
    }

    private JwtSigner signer(TokenOptions options) {
        return keys.signer(algorithm(options.settings()));
    }

    private IssuedAccessToken sign(
            ClaimsSet.Builder claims, TokenOptions options, Duration ttl, @Nullable UUID accountId, String clientId) {
        if (options.keyThumbprint() != null) {
            claims.claim("cnf", Map.of("jkt", options.keyThumbprint()));
        }
        String token = lengths.sign(signer(options), JwtType.ACCESS_TOKEN, claims.build(), accountId, clientId);
        return new IssuedAccessToken(token, ttl);
    }
}
