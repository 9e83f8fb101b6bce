package org.example;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * Cached Token Status Lists of one issuer. A list is fetched when a token first refers to it, and again when its time to live
 * has passed, so most requests need no call. If the issuer cannot be reached, the cached list is used until it expires; after
 * that, its tokens are rejected.
 */
@ApplicationScoped
public class StatusLists {

    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final Pattern MAX_AGE = Pattern.compile("max-age=([0-9]{1,9})");

    /** A cached list: used without a call until {@code freshUntil}, and at most until {@code expiresAt}. */
    private record CachedList(byte[] entries, Instant freshUntil, Instant expiresAt) {}

    private final Map<String, CachedList> lists = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String issuer;
    private final HttpsJwksVerificationKeyResolver keys;

    StatusLists(
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") String keySet) {
        this.issuer = issuer;
        this.keys = new HttpsJwksVerificationKeyResolver(new HttpsJwks(keySet));
    }

    /** Returns whether the list at a URL marks the token with an index as revoked. */
    boolean revokes(String uri, int index) {
        if (!uri.startsWith(issuer + "/")) {
            throw new AuthenticationFailedException("the status list has another issuer");
        }
        CachedList list = lists.get(uri);
        if (list == null || !Instant.now().isBefore(list.freshUntil)) {
            lists.values().removeIf(old -> Instant.now().isAfter(old.expiresAt));
            list = lists.compute(uri, this::renew);
        }
        if (index < 0 || index / 8 >= list.entries.length) {
            throw new AuthenticationFailedException("the index is not in the status list");
        }
        return (list.entries[index / 8] >> index % 8 & 1) == 1;
    }

    // If several requests need the list at the same time, only one of them fetches it.
    private CachedList renew(String uri, CachedList cached) {
        Instant now = Instant.now();
        if (cached != null && now.isBefore(cached.freshUntil)) {
            return cached;
        }
        try {
            return fetch(uri, now);
        } catch (Exception e) {
            if (cached != null && now.isBefore(cached.expiresAt)) {
                return new CachedList(cached.entries, now.plus(RETRY), cached.expiresAt);
            }
            throw new AuthenticationFailedException("the status list cannot be fetched", e);
        }
    }

    private CachedList fetch(String uri, Instant now) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("Accept", "application/statuslist+jwt")
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("status " + response.statusCode());
        }
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "RS256", "ES256", "EdDSA"))
                .setExpectedType(true, "statuslist+jwt")
                .setExpectedIssuer(issuer)
                .setExpectedSubject(uri)
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .build()
                .processToClaims(response.body());
        Map<?, ?> list = claims.getClaimValue("status_list", Map.class);
        if (!Long.valueOf(1).equals(list.get("bits"))) {
            throw new IllegalStateException("the list does not have one bit per token");
        }
        return new CachedList(
                entries((String) list.get("lst")),
                now.plusSeconds(secondsToLive(response, claims)),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }

    // Returns the shorter of the times to live of the HTTP response and of the list itself.
    private static long secondsToLive(HttpResponse<String> response, JwtClaims claims) throws Exception {
        Matcher maxAge = MAX_AGE.matcher(response.headers().firstValue("Cache-Control").orElse(""));
        long httpTtl = (maxAge.find() ? Long.parseLong(maxAge.group(1)) : 0)
                - response.headers().firstValueAsLong("Age").orElse(0);
        Long ttl = claims.getClaimValue("ttl", Long.class);
        return Math.max(1, ttl == null ? httpTtl : Math.min(httpTtl, ttl));
    }

    private static byte[] entries(String lst) throws Exception {
        try (InputStream inflated =
                new InflaterInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(lst)))) {
            byte[] entries = inflated.readNBytes(MAX_BYTES + 1);
            if (entries.length > MAX_BYTES) {
                throw new IllegalStateException("the list is too long");
            }
            return entries;
        }
    }
}
