package dev.signet.tokens;

import dev.signet.accounts.Account;
import dev.signet.accounts.JoinedAccount;
import dev.signet.clients.ClaimPlace;
import dev.signet.clients.Client;
import dev.signet.clients.TokenSettings;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwsAlgorithm;
import dev.signet.jose.JwtSigner;
import dev.signet.jose.JwtType;
import dev.signet.keys.KeyRing;
import dev.signet.keys.KeySchedule;
import dev.signet.secrets.RandomText;
import dev.signet.tokens.status.TokenStatus;
import dev.signet.web.Issuer;
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

/** Makes access tokens: JWTs of RFC 9068 that are also MicroProfile JWTs. */
@Singleton
final class AccessTokens {

    private static final int JTI_BYTES = 16;
    // 8.5 KB of claims fit next to an RSA signature of 4096 bits. At four bytes a character, these roles need 2 KB, and
    // the
    // other claims at most 6.4 KB: scope and audience 1,000 characters each, client id 2,000, username 100, e-mail 254.
    private static final int SURELY_ISSUABLE_ROLES = 500;
    private static final int NO_ROLES = -1;

    private final KeyRing keys;
    private final JwsAlgorithm algorithm;
    private final String issuer;
    private final Duration ttl;
    private final Duration longestLife;
    private final TokenLengths lengths;
    private final TokenStatus status;
    private final Clock clock;
    private final SecureRandom random;

    AccessTokens(
            KeyRing keys,
            KeySchedule schedule,
            TokensConfig config,
            TokenLengths lengths,
            TokenStatus status,
            Issuer issuer,
            Clock clock,
            SecureRandom random) {
        this.keys = keys;
        this.algorithm = JwsAlgorithm.ofSetting(config.algorithm());
        this.issuer = issuer.value();
        this.ttl = config.accessTokenTtl();
        this.longestLife = schedule.longestTokenLife();
        this.lengths = lengths;
        this.status = status;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Signs a token for what the session was granted and for what the account may now.
     *
     * @param status its place in a status list, if it has one
     */
    IssuedAccessToken issue(Account account, Granted granted, TokenForm form, @Nullable Map<String, Object> status) {
        Duration life = life(form);
        ClaimsSet.Builder claims = begin(
                        account.id().toString(),
                        granted.audience(),
                        life,
                        form.settings().registration(),
                        0)
                .claim("client_id", granted.clientId());
        addScope(claims, granted.scope());
        claims.claim("sid", granted.sessionId().toString())
                .claim("auth_time", granted.authTime())
                .claim("acr", granted.acr())
                .claim("amr", granted.amr())
                .claim("upn", account.username());
        List<String> scopes = List.of(granted.scope().split(" "));
        if (form.settings().roles().allows(ClaimPlace.ACCESS_TOKEN, scopes)) {
            addRoles(claims, account.roles());
        }
        addPersonalData(claims, account, scopes);
        addStatus(claims, status);
        MappedClaims.add(claims, form.settings(), ClaimPlace.ACCESS_TOKEN, account, granted.scope());
        return sign(claims, form, life, account.id(), granted.clientId());
    }

    /**
     * Rejects a token that would be too long, before anything is consumed for it. Signs a token to find out only if its roles are long.
     *
     * @throws ServiceException {@code token_too_large}
     */
    void requireIssuable(Account account, Granted granted, TokenForm form) {
        if (!isSurelyIssuable(account.roles(), form)) {
            issue(account, granted, form, status.longest());
        }
    }

    /** Returns whether every token with these roles is short enough. */
    boolean isSurelyIssuable(Collection<String> roles, TokenForm form) {
        return rolesLength(roles) <= surelyIssuableRoles(form);
    }

    /**
     * Returns the most characters of roles ({@link #rolesLength}) with which every token is short enough; negative if mapped claims or a
     * post-quantum signature make the length unpredictable.
     */
    int surelyIssuableRoles(TokenForm form) {
        TokenSettings settings = form.settings();
        boolean isClassic =
                (settings.accessTokenAlgorithm() == null ? algorithm : settings.accessTokenAlgorithm()).isClassic()
                        && (settings.idTokenAlgorithm() == null
                                || settings.idTokenAlgorithm().isClassic());
        return isClassic && settings.claims().isEmpty() ? SURELY_ISSUABLE_ROLES : NO_ROLES;
    }

    /** Returns the number of characters of roles in a token, with their quotes and commas. */
    static int rolesLength(Collection<String> roles) {
        return roles.stream()
                .mapToInt(role -> role.length() + JoinedAccount.CHARACTERS_AROUND_ROLE)
                .sum();
    }

    /** Signs a token for the client itself: nobody's session, so no {@code sid} (RFC 9068 §2.2: {@code sub} is the client). */
    IssuedAccessToken issue(
            Client client, List<String> audience, String scope, TokenForm form, @Nullable Map<String, Object> status) {
        Duration life = life(form);
        long registration = client.tokens().registration();
        ClaimsSet.Builder claims =
                begin(client.id(), audience, life, registration, registration).claim("client_id", client.id());
        addScope(claims, scope);
        addRoles(claims, client.roles());
        addStatus(claims, status);
        MappedClaims.add(claims, form.settings(), ClaimPlace.ACCESS_TOKEN, null, scope);
        return sign(claims, form, life, null, client.id());
    }

    /** Signs a token that says less than another and lives no longer; empty if that one is about to expire. */
    Optional<IssuedAccessToken> exchange(
            Exchange exchange, Collection<String> roles, Supplier<@Nullable Map<String, Object>> status) {
        ClaimsSet subject = exchange.subject();
        Duration life = life(exchange.form());
        Duration left = subject.instant("exp")
                .map(end -> Duration.between(clock.instant(), end))
                .orElse(life);
        if (left.toSeconds() < 1) {
            return Optional.empty();
        }
        Duration shorter = life.compareTo(left) < 0 ? life : left;
        ClaimsSet.Builder claims = begin(
                        subject.string("sub").orElseThrow(),
                        exchange.audience(),
                        shorter,
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
        Actors.of(exchange).ifPresent(actor -> claims.claim("act", actor));
        addStatus(claims, status.get());
        return Optional.of(sign(
                claims,
                exchange.form(),
                shorter,
                account(subject),
                exchange.client().id()));
    }

    // The subject of a token without a session is a client.
    private static @Nullable UUID account(ClaimsSet subject) {
        return subject.has("sid") ? UUID.fromString(subject.string("sub").orElseThrow()) : null;
    }

    private Duration life(TokenForm form) {
        Duration wanted = form.settings().accessTokenTtl();
        if (wanted == null) {
            return ttl;
        }
        return wanted.compareTo(longestLife) > 0 ? longestLife : wanted;
    }

    private ClaimsSet.Builder begin(
            String subject, List<String> audience, Duration life, long clientRegistration, long subjectRegistration) {
        Instant now = clock.instant();
        ClaimsSet.Builder claims = ClaimsSet.builder().claim("iss", issuer).claim("sub", subject);
        if (audience.size() == 1) {
            claims.claim("aud", audience.get(0));
        } else {
            claims.claim("aud", audience);
        }
        return claims.claim("exp", now.plus(life))
                .claim("iat", now)
                .claim("nbf", now)
                .claim(
                        "jti",
                        new TokenIdentifier(RandomText.of(JTI_BYTES, random), clientRegistration, subjectRegistration)
                                .text());
    }

    private static void addScope(ClaimsSet.Builder claims, String scope) {
        if (!scope.isEmpty()) {
            claims.claim("scope", scope);
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

    // Only what a scope asks for (OpenID Connect Core §5.4).
    private static void addPersonalData(ClaimsSet.Builder claims, Account account, List<String> scopes) {
        String email = account.email();
        if (email != null && scopes.contains("email")) {
            claims.claim("email", email).claim("email_verified", account.emailVerified());
        }
    }

    /**
     * Checks that this node can sign a token.
     *
     * @throws ServiceException {@code temporarily_unavailable}
     */
    void requireSigner(TokenForm form) {
        signer(form);
    }

    private JwtSigner signer(TokenForm form) {
        JwsAlgorithm wanted = form.settings().accessTokenAlgorithm();
        return keys.signer(wanted == null ? algorithm : wanted);
    }

    private IssuedAccessToken sign(
            ClaimsSet.Builder claims, TokenForm form, Duration life, @Nullable UUID accountId, String clientId) {
        if (form.keyThumbprint() != null) {
            claims.claim("cnf", Map.of("jkt", form.keyThumbprint()));
        }
        String token = lengths.sign(signer(form), JwtType.ACCESS_TOKEN, claims.build(), accountId, clientId);
        return new IssuedAccessToken(token, life);
    }
}
