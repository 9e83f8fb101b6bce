package dev.signet.keys.ring;

import dev.signet.jose.jwk.JwkSet;
import dev.signet.secrets.SecretDigest;
import io.vertx.core.buffer.Buffer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The published JWK Set (RFC 7517 §5) in its serialized form; created once for each change of the set. */
public final class JwksDocument {

    private final JwkSet set;
    private final String json;
    private final Buffer body;
    private final String etag;
    private final Duration maxAge;
    private final String cacheControl;

    private JwksDocument(JwkSet set, String json, Buffer body, String etag, Duration maxAge, Duration staleIfError) {
        this.set = set;
        this.json = json;
        this.body = body;
        this.etag = etag;
        this.maxAge = maxAge;
        this.cacheControl = "public, max-age=" + maxAge.toSeconds() + ", stale-if-error=" + staleIfError.toSeconds();
    }

    static JwksDocument of(JwkSet set, Duration maxAge, Duration staleIfError) {
        String json = set.toJson();
        String digest = Base64.getUrlEncoder().withoutPadding().encodeToString(SecretDigest.sha256(json));
        return new JwksDocument(set, json, Buffer.buffer(json), '"' + digest + '"', maxAge, staleIfError);
    }

    JwksDocument cacheable(Duration maxAge, Duration staleIfError) {
        return new JwksDocument(set, json, body, etag, maxAge, staleIfError);
    }

    /** Returns the keys of the document. */
    public JwkSet set() {
        return set;
    }

    /** Returns the document as UTF-8 bytes. */
    public byte[] body() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the strong entity tag with its quotes. */
    public String etag() {
        return etag;
    }

    /** Returns how long the document may be cached from now on. */
    public Duration maxAge() {
        return maxAge;
    }

    /** Returns the document ready to send; do not change it. */
    public Buffer buffer() {
        return body;
    }

    /** Returns the value of {@code Cache-Control}. */
    public String cacheControl() {
        return cacheControl;
    }
}
