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
 * Token Status Lists of the one issuer, each fetched when the first token names it and again when its time to live is over: no
 * call for a request. While the issuer cannot be reached, the list that was fetched last counts until it expires; then its tokens
 * are refused.
 */
@ApplicationScoped
public class StatusLists {

    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int LONGEST = 4 * 1024 * 1024;
    private static final Pattern MAX_AGE = Pattern.compile("max-age=([0-9]{1,9})");

    /** A list, and until when it may be gone by without asking, and at all. */
    private record Kept(byte[] entries, Instant freshUntil, Instant expiresAt) {}

    private final Map<String, Kept> lists = new ConcurrentHashMap<>();
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

    /** Whether the list at that address says that the token at that index is revoked. */
    boolean revokes(String uri, int index) {
        if (!uri.startsWith(issuer + "/")) {
            throw new AuthenticationFailedException("the status list is not the issuer's");
        }
        Kept list = lists.get(uri);
        if (list == null || !Instant.now().isBefore(list.freshUntil)) {
            lists.values().removeIf(old -> Instant.now().isAfter(old.expiresAt));
            list = lists.compute(uri, this::renewed);
        }
        if (index < 0 || index / 8 >= list.entries.length) {
            throw new AuthenticationFailedException("no such place in the status list");
        }
        return (list.entries[index / 8] >> index % 8 & 1) == 1;
    }

    // Of many requests that find the list too old, one fetches it.
    private Kept renewed(String uri, Kept before) {
        Instant now = Instant.now();
        if (before != null && now.isBefore(before.freshUntil)) {
            return before;
        }
        try {
            return fetched(uri, now);
        } catch (Exception e) {
            if (before != null && now.isBefore(before.expiresAt)) {
                return new Kept(before.entries, now.plus(RETRY), before.expiresAt);
            }
            throw new AuthenticationFailedException("the status list cannot be had", e);
        }
    }

    private Kept fetched(String uri, Instant now) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("Accept", "application/statuslist+jwt")
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode());
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
                .processToClaims(answer.body());
        Map<?, ?> list = claims.getClaimValue("status_list", Map.class);
        if (!Long.valueOf(1).equals(list.get("bits"))) {
            throw new IllegalStateException("a list of other than one bit for each token");
        }
        return new Kept(
                entries((String) list.get("lst")),
                now.plusSeconds(age(answer, claims)),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }

    // As long as both HTTP and the list itself allow.
    private static long age(HttpResponse<String> answer, JwtClaims claims) throws Exception {
        Matcher maxAge = MAX_AGE.matcher(answer.headers().firstValue("Cache-Control").orElse(""));
        long byHttp = (maxAge.find() ? Long.parseLong(maxAge.group(1)) : 0)
                - answer.headers().firstValueAsLong("Age").orElse(0);
        Long ttl = claims.getClaimValue("ttl", Long.class);
        return Math.max(1, ttl == null ? byHttp : Math.min(byHttp, ttl));
    }

    private static byte[] entries(String lst) throws Exception {
        try (InputStream inflated =
                new InflaterInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(lst)))) {
            byte[] entries = inflated.readNBytes(LONGEST + 1);
            if (entries.length > LONGEST) {
                throw new IllegalStateException("the list is too long");
            }
            return entries;
        }
    }
}
