package dev.signet.jose;

import dev.signet.jose.json.Base64Url;
import dev.signet.jose.json.JsonText;
import dev.signet.jose.jwk.JwsAlgorithm;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A signer that writes the compact form; it creates the parts that do not change between tokens only once. */
final class CompactSigner implements JwtSigner {

    private final SigningKey key;
    private final Map<JwtType, byte[]> headers = new EnumMap<>(JwtType.class);

    CompactSigner(SigningKey key) {
        this.key = key;
        for (JwtType type : JwtType.values()) {
            headers.put(type, header(key, type));
        }
    }

    private static byte[] header(SigningKey key, JwtType type) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("alg", key.algorithm().wireName());
        header.put("kid", key.kid());
        header.put("typ", type.typ());
        String encoded = Base64Url.encodeToString(JsonText.of(header).getBytes(StandardCharsets.UTF_8));
        return (encoded + ".").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String kid() {
        return key.kid();
    }

    @Override
    public JwsAlgorithm algorithm() {
        return key.algorithm();
    }

    @Override
    public String sign(JwtType type, ClaimsSet claims) {
        byte[] header = Objects.requireNonNull(headers.get(type));
        byte[] payload = Base64Url.encode(claims.toJson().getBytes(StandardCharsets.UTF_8));
        byte[] signingInput = new byte[header.length + payload.length];
        System.arraycopy(header, 0, signingInput, 0, header.length);
        System.arraycopy(payload, 0, signingInput, header.length, payload.length);
        byte[] signature = Base64Url.encode(key.sign(signingInput));
        byte[] token = new byte[signingInput.length + 1 + signature.length];
        System.arraycopy(signingInput, 0, token, 0, signingInput.length);
        token[signingInput.length] = '.';
        System.arraycopy(signature, 0, token, signingInput.length + 1, signature.length);
        return new String(token, StandardCharsets.US_ASCII);
    }
}
