package dev.signet.jose;

import dev.signet.jose.JwtRejectedException.Reason;
import dev.signet.jose.json.Base64Url;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.jose.provider.JdkPrimitives;
import dev.signet.support.installation.OnBothStacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import static dev.signet.jose.JwtRejectedException.Reason.ALGORITHM;
import static dev.signet.jose.JwtRejectedException.Reason.CLAIM;
import static dev.signet.jose.JwtRejectedException.Reason.CRITICAL;
import static dev.signet.jose.JwtRejectedException.Reason.MALFORMED;
import static dev.signet.jose.JwtRejectedException.Reason.SIGNATURE;
import static dev.signet.jose.JwtRejectedException.Reason.TOO_LONG;
import static dev.signet.jose.JwtRejectedException.Reason.TYPE;
import static dev.signet.jose.JwtRejectedException.Reason.UNKNOWN_KEY;
import static dev.signet.jose.Tokens.ED25519;
import static dev.signet.jose.Tokens.ES256;
import static dev.signet.jose.Tokens.RS256;
import static dev.signet.jose.Tokens.claimsJson;
import static dev.signet.jose.Tokens.header;
import static dev.signet.jose.Tokens.part;
import static dev.signet.jose.Tokens.signed;
import static dev.signet.jose.Tokens.signedParts;
import static dev.signet.jose.Tokens.verifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Attacks that have broken other verifiers (RFC 8725), most of them with a valid signature. */
@OnBothStacks
class JwtAttackTest {

    static Stream<SigningKey> keys() {
        return Stream.of(RS256, ES256, ED25519);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void validTokenIsAccepted(SigningKey key) throws Exception {
        assertThat(verifier()
                        .verify(signed(key, header(key), claimsJson()))
                        .claims()
                        .string("sub"))
                .contains("alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "none ", "", "null"})
    void algorithmNoneIsRejectedInEverySpelling(String alg) {
        String header = header(ES256).replace("ES256", alg);

        assertRejected(part(header) + "." + part(claimsJson()) + ".", ALGORITHM);
        assertRejected(signed(ES256, header, claimsJson()), ALGORITHM);
    }

    @Test
    void nonStringAlgorithmIsRejected() {
        for (String alg : List.of("[\"ES256\"]", "{}", "256", "true", "[]")) {
            assertRejected(signed(ES256, header(ES256).replace("\"ES256\"", alg), claimsJson()), ALGORITHM);
        }
        assertRejected(signed(ES256, header(ES256).replace("\"alg\"", "\"ALG\""), claimsJson()), ALGORITHM);
    }

    @Test
    void hmacWithThePublicKeyIsRejected() throws Exception {
        RSAPublicKey key =
                (RSAPublicKey) RS256.publicJwk().material().key(new JdkPrimitives().keyFactory(JwsAlgorithm.RS256));
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        List<byte[]> guesses = List.of(
                pem.getBytes(StandardCharsets.US_ASCII),
                key.getEncoded(),
                key.getModulus().toByteArray(),
                RS256.publicJwk().toJson().getBytes(StandardCharsets.UTF_8));
        for (byte[] guess : guesses) {
            String input = part(header(RS256).replace("RS256", "HS256")) + "." + part(claimsJson());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(guess, "HmacSHA256"));
            String tag = Base64Url.encodeToString(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));

            assertRejected(input + "." + tag, ALGORITHM);
        }
    }

    @Test
    void algorithmOfAnotherKeyIsRejected() {
        assertRejected(signed(ES256, header(RS256), claimsJson()), SIGNATURE);
        assertRejected(signed(RS256, header(ES256), claimsJson()), SIGNATURE);
        assertRejected(signed(RS256, header(ES256).replace("ES256", "RS256"), claimsJson()), ALGORITHM);
        assertRejected(signed(ES256, header(RS256).replace("RS256", "ES256"), claimsJson()), ALGORITHM);
        assertRejected(signed(RS256, header(RS256).replace("RS256", "PS256"), claimsJson()), ALGORITHM);
        assertRejected(signed(RS256, header(RS256).replace("RS256", "RS512"), claimsJson()), ALGORITHM);
        assertRejected(signed(ED25519, header(ED25519).replace("Ed25519", "EdDSA"), claimsJson()), ALGORITHM);
    }

    @Test
    void zeroSignatureIsRejected() {
        String input = part(header(ES256)) + "." + part(claimsJson()) + ".";

        assertRejected(input + Base64Url.encodeToString(new byte[64]), SIGNATURE);
        assertRejected(
                input + Base64Url.encodeToString(new byte[] {0x30, 0x06, 0x02, 0x01, 0, 0x02, 0x01, 0}), SIGNATURE);
        assertRejected(input, SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"jwk\":%s",
                "\"jku\":\"https://attacker.example/jwks.json\"",
                "\"x5u\":\"https://attacker.example/cert.pem\"",
                "\"x5c\":[\"MIIB\"]",
                "\"zip\":\"DEF\"",
                "\"b64\":false",
                "\"b64\":true",
                "\"enc\":\"A128GCM\"",
                "\"typ2\":null"
            })
    void embeddedKeysAndUnsupportedHeadersAreRejected(String member) {
        String header = header(ES256)
                .replace("{", "{" + member.formatted(ES256.publicJwk().toJson()) + ",");

        assertRejected(signed(ES256, header, claimsJson()), MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"exp\"]", "[\"b64\"]", "[\"http://example.invalid/x\"]", "\"exp\"", "{}", "true"})
    void criticalExtensionsAreRejected(String crit) {
        assertRejected(signed(ES256, header(ES256).replace("{", "{\"crit\":" + crit + ","), claimsJson()), CRITICAL);
    }

    @Test
    void missingOrUnknownKidIsRejected() {
        assertRejected(signed(ES256, "{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}", claimsJson()), UNKNOWN_KEY);
        for (String kid :
                List.of("", "../../../../dev/null", "' OR 1=1 --", "http://attacker.example/", "k".repeat(600))) {
            assertRejected(signed(ES256, header(ES256).replace(ES256.kid(), kid), claimsJson()), UNKNOWN_KEY);
        }
        assertRejected(signed(ES256, header(ES256).replace("\"" + ES256.kid() + "\"", "7"), claimsJson()), MALFORMED);
        assertRejected(
                signed(ES256, header(ES256).replace("\"" + ES256.kid() + "\"", "[\"a\"]"), claimsJson()), MALFORMED);
    }

    @Test
    void duplicateJsonMembersAreRejected() {
        assertRejected(signed(ES256, header(ES256).replace("{", "{\"alg\":\"none\","), claimsJson()), MALFORMED);
        assertRejected(signed(ES256, header(ES256), claimsJson().replace("{", "{\"sub\":\"mallory\",")), MALFORMED);
        assertRejected(
                signed(ES256, header(ES256), claimsJson().replace("{", "{\"s\\u0075b\":\"mallory\",")), MALFORMED);
    }

    @Test
    void tokenWithoutThreePartsIsRejected() {
        String token = signed(ES256, header(ES256), claimsJson());
        for (String other : List.of(
                "",
                ".",
                "..",
                "...",
                "a",
                "a.b",
                token + ".",
                "." + token,
                token + ".AA.AA",
                token.replace('.', '_'),
                "{\"payload\":\"e30\",\"signatures\":[]}",
                "\u0000",
                " " + token,
                token + " ",
                token + "\n",
                token + "\u0000",
                "Bearer " + token,
                "\u00e9.\u00e9.\u00e9")) {
            assertRejected(other, MALFORMED);
        }
    }

    @Test
    void nonCanonicalTokenEncodingIsRejected() {
        String header = part(header(ES256) + " ".repeat(paddingFor(header(ES256), 1)));
        String claims = part(claimsJson() + " ".repeat(paddingFor(claimsJson(), 1)));
        String good = signedParts(ES256, header, claims);
        String signature = good.substring(good.lastIndexOf('.') + 1);
        for (String altered : List.of("%s==", "%s=", "%s ", "%s\n", " %s", "%s?", "%sA", "%s\u00e9", "#%s")) {
            assertRejected(signedParts(ES256, altered.formatted(header), claims), MALFORMED);
            assertRejected(signedParts(ES256, header, altered.formatted(claims)), MALFORMED);
            String rewritten = header + "." + claims + "." + altered.formatted(signature);
            assertThatThrownBy(() -> verifier().verify(rewritten)).isInstanceOf(JwtRejectedException.class);
        }
        assertRejected(signedParts(ES256, header, trailingBit(claims)), MALFORMED);
        assertRejected(header + "." + claims + "." + trailingBit(signature), MALFORMED);
        String standard = part("{\"a\":\"???>>>~~~\"}").replace('-', '+').replace('_', '/');
        assertThat(standard).containsPattern("[+/]");
        assertRejected(signedParts(ES256, header, standard), MALFORMED);
    }

    @Test
    void overlongTokenIsRejectedBeforeParsing() {
        assertRejected("e".repeat(CompactJws.MAX_LENGTH + 1), TOO_LONG);
        assertRejected(".".repeat(CompactJws.MAX_LENGTH + 1), TOO_LONG);
        assertRejected("a.".repeat(5_000_000), TOO_LONG);
        String padded = header(ES256).replace("{", "{\"x\":\"" + "y".repeat(1000) + "\",");
        assertRejected(signed(ES256, padded, claimsJson()), TOO_LONG);
    }

    @Test
    void deepOrLargeJsonIsRejected() {
        String deep = "[".repeat(5000) + "]".repeat(5000);
        assertRejected(signed(ES256, header(ES256), claimsJson().replace("{", "{\"x\":" + deep + ",")), MALFORMED);
        String digits = "9".repeat(5000);
        assertRejected(signed(ES256, header(ES256), claimsJson().replace("{", "{\"x\":" + digits + ",")), MALFORMED);
        assertRejected(signed(ES256, header(ES256), claimsJson().replace("{", "{\"x\":1e999999999,")), MALFORMED);
        String many = "\"x\":[" + "0,".repeat(3000) + "0],";
        assertRejected(signed(ES256, header(ES256), claimsJson().replace("{", "{" + many)), MALFORMED);
    }

    @Test
    void claimsThatAreNotAnObjectAreRejected() {
        for (String claims : List.of("", "[]", "null", "\"x\"", "{", "{}{}", "\uFEFF{}")) {
            assertRejected(signed(ES256, header(ES256), claims), MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1795323900\"",
                "1795323900.0",
                "1795323900.5",
                "1.7953239e9",
                "-1",
                "253402300800",
                "[1795323900]",
                "{}",
                "true",
                "9223372036854775807"
            })
    void invalidNumericDatesAreRejected(String time) {
        for (String name : List.of("exp", "iat", "nbf", "auth_time")) {
            String claims = claimsJson()
                    .replaceAll(",?\"" + name + "\":\\d+", "")
                    .replace("{", "{\"" + name + "\":" + time + ",");

            assertRejected(signed(ES256, header(ES256), claims), CLAIM);
        }
    }

    @Test
    void otherTokenTypesAreRejected() {
        for (String typ : List.of(
                "JWT",
                "at+jwt ",
                "application/jwt",
                "logout+jwt",
                "secevent+jwt",
                "",
                "application/",
                "application/application/at+jwt",
                "text/at+jwt",
                "at+jwtx")) {
            assertRejected(signed(ES256, header(ES256).replace("at+jwt", typ), claimsJson()), TYPE);
        }
        assertRejected(signed(ES256, header(ES256).replace(",\"typ\":\"at+jwt\"", ""), claimsJson()), TYPE);
        assertRejected(signed(ES256, header(ES256).replace("\"at+jwt\"", "[\"at+jwt\"]"), claimsJson()), MALFORMED);
    }

    @Test
    void typIsComparedCaseInsensitivelyWithOptionalPrefix() throws Exception {
        for (String typ : List.of("at+jwt", "AT+JWT", "application/at+jwt", "Application/At+Jwt")) {
            String token = signed(ES256, header(ES256).replace("at+jwt", typ), claimsJson());

            assertThat(verifier().verify(token).header().typ()).contains(typ);
        }
    }

    @Test
    void rejectionMessageContainsNoPartOfTheToken() {
        String token = signed(ES256, header(ES256), claimsJson().replace("alice", "secret\\ud800name"));

        assertThatThrownBy(() -> verifier().verify(token))
                .hasMessageNotContainingAny("secret", "alice", token.substring(0, 20))
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    private static void assertRejected(String token, Reason reason) {
        assertThatThrownBy(() -> verifier().verify(token))
                .isInstanceOfSatisfying(
                        JwtRejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    /** Returns the number of spaces to append to the text so that its encoding has unused bits. */
    private static int paddingFor(String text, int rest) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return Math.floorMod(rest - length, 3);
    }

    /** Returns a different encoding that a lenient decoder decodes to the same octets. */
    private static String trailingBit(String part) {
        char last = part.charAt(part.length() - 1);
        return part.substring(0, part.length() - 1) + (char) (last + 1);
    }
}
