package dev.signet.jose;

import dev.signet.jose.json.Base64Url;
import dev.signet.jose.json.MalformedInputException;
import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.jose.provider.ProviderUnavailableException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Test vectors from RFCs, which are computed once at the start to check that a provider works correctly on this
 * machine.
 */
final class SignatureSelfTest {

    /** Keys that are published in RFCs are not secret. */
    private static final List<KnownAnswer> ALL = List.of(
            // RFC 7520 §4.1
            new KnownAnswer(JwsAlgorithm.RS256, """
                    {"kty":"RSA","e":"AQAB","n":"n4EPtAOCc9AlkeQHPzHStgAbgs7bTZLwUBZdR8_KuKPEHLd4rHVTeT-O-XV2jRojdNhxJWT\
                    DvNd7nqQ0VEiZQHz_AJmSCpMaJMRBSFKrKb2wqVwGU_NsYOYL-QtiWN2lbzcEe6XC0dApr5ydQLrHqkHHig3RBordaZ6Aj-oBHqF\
                    EHYpPe7Tpe-OfVfHd1E6cS6M1FZcD1NNLYD5lFHpPI9bTwJlsde3uhGqC0ZCuEHg8lhzwOHrtIQbS0FVbb9k3-tVTU4fg_3L_vni\
                    UFAKwuCLqKnS2BYwdq_mzSnbLY7h_qixoR7jig3__kRhuaxwUkRz5iaiQkqgc5gHdrNP5zw"}""", """
                    MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCfgQ-0A4Jz0CWR5Ac_MdK2ABuCzttNkvBQFl1Hz8q4o8Qct3is\
                    dVN5P475dXaNGiN02HElZMO813uepDRUSJlAfP8AmZIKkxokxEFIUqspvbCpXAZT82xg5gv5C2JY3aVvNwR7pcLR0CmvnJ1Auseq\
                    QceKDdEGit1pnoCP6gEeoUQdik97tOl7459V8d3UTpxLozUVlwPU00tgPmUUek8j1tPAmWx17e6EaoLRkK4QeDyWHPA4eu0hBtLQ\
                    VVtv2Tf61VNTh-D_cv--eJQUArC4IuoqdLYFjB2r-bNKdstjuH-qLGhHuOKDf_-RGG5rHBSRHPmJqJCSqBzmAd2s0_nPAgMBAAEC\
                    ggEAbWUC9B-EFRIo8kpGfh0ZuyGPvMNKvYWNtB_ikiH9k20eT-O1q_I78eiZkpXxXQ0UTEs2LsNRS-8uJbvQ-A1irkwMSMkK1J3X\
                    TGgdrhCku9gRldY7sNA_AKZGh-Q661_42rINLRCe8W-nZ34ui_qOfkLnK9QWDDqpaIsA-bMwWWSDFu2MUBYwkHTMEzLYGqOe04no\
                    qeq1hExBTHBOBdkMXiuFhUq1BU6l-DqEiWxqg82sXt2h-LMnT3046AOYJoRioz75tSUQfGCshWTBnP5uDjd18kKhyv07lhfSJdrP\
                    dM5Plyl21hsFf4L_mHCuoFau7gdsPfHPxxjVOcOpBrQzwQKBgQDdKXGD8PBNclxvrT3lGhfKBAIBnlGcC9mWejXKEe2dR7H9-nsB\
                    n_2dFo7sdf_5IV8ZB661qjZMOMMBZThW6mTyvD0lHQDNnQ3Z--4gCav9YKyYal42pCd6_VPsjISyeHxQy36fkJp-GSKTOESyuad0\
                    fovE6u9EmWw-npm_xtSrSQKBgQC4oTZ2H5xN_oREXiTh7-PLvwZ89hQhpTKhJIm4HOncK5uTc4KqzqCtPxtH9y7QObUxnBaa12oP\
                    Ij3ketR6rcw_Xm8ww43yUdN5m7aWYq_CpbtqdXlTOEzWJnvPjIyS5TAVagG_Jjz3wRe9EP6F2pHEeVKoBnX3bMHelUUnSzukVwKB\
                    gAfD1b15Lya49i_hmEO798va-isOYPUmoVwcLFlM6dfU1ZYCPmFfOatTSG9a8ULQ_iLF10d_k2p3r7kT0beTgTnYjBkKfKW7duoJ\
                    Y2HylPxPcZ_kVCx89PnnfRPYFyyg-FRp4Kc_j30P6tvaZOcVh6CadNPUH9R7woYsUV-fXoYpAoGACLDmDGduhylc9o7r84rEUVn7\
                    pzQ6PF83Y-iBZx5NT-TpnOZKF1pErAMVeKzFEl41DlHHqqBLSM0W1sOFbwTxYWZDm6sI6og5iTbwQGIC3gnJKbi_7k_vJgGHwHxg\
                    PaX2PnvP-zyEkDERuf-ry4c_Z11Cq9AqC2yeL6kdKT1cYF8CgYEA3PiqvXQN0zwMeE-sBvZgi289XP9XCQF3VWqPzMKnIgQp7_Tu\
                    go6-NZBKCQsMf3HaEGBjTVJs_jcK8-TRXvaKe-7ZMaQj8VfBdYkssbu0NKDDhjJ-GtiseaDVWt7dcH0cfwxgFUHpQh7FoCrjFJ6h\
                    6ZEpMF6xmujs4qMpPz8aaI4""", """
                    eyJhbGciOiJSUzI1NiIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9.SXTigJlzIGEgZGFuZ2Vyb3VzIGJ\
                    1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9vci4gWW91IHN0ZXAgb250byB0aGUgcm9hZCwgYW5kIGlmIHlvdSBkb24\
                    ndCBrZWVwIHlvdXIgZmVldCwgdGhlcmXigJlzIG5vIGtub3dpbmcgd2hlcmUgeW91IG1pZ2h0IGJlIHN3ZXB0IG9mZiB0by4""", """
                    MRjdkly7_-oTPTS3AXP41iQIGKa80A0ZmTuV5MEaHoxnW2e5CZ5NlKtainoFmKZopdHM1O2U4mwzJdQx996ivp83xuglII7PNDi8\
                    4wnB-BDkoBwA78185hX-Es4JIwmDLJK3lfWRa-XtL0RnltuYv746iYTh_qHRD68BNt1uSNCrUCTJDt5aAE6x8wW1Kt9eRo4QPocS\
                    adnHXFxnt8Is9UzpERV0ePPQdLuW3IS_de3xyIrDaLGdjluPxUAhb6L2aXic1U12podGU0KLUQSE_oI-ZnmKJ3F4uOZDnd6QZWJu\
                    shZ41Axf_fcIe8u9ipH84ogoree7vjbU5y18kDquDg"""),
            // RFC 7515 appendix A.3
            new KnownAnswer(JwsAlgorithm.ES256, """
                    {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue6\
                    59LNpXW6pCyStikYjKIWI5a0"}""", """
                    MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCCOmxCecZCYv5gEh98fXXfpyylgbr7SJjtfV8IT34T0sg""", """
                    eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19\
                    yb290Ijp0cnVlfQ""", """
                    DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"""),
            // RFC 8037 appendix A.4
            new KnownAnswer(JwsAlgorithm.ED25519, """
                    {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""", """
                    MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v_VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g""", """
                    eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc""", """
                    hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"""));

    private SignatureSelfTest() {}

    /**
     * Computes all test vectors.
     *
     * @throws ProviderUnavailableException if a result differs from the published one
     */
    static void check(KeyCodec codec) throws ProviderUnavailableException {
        for (KnownAnswer known : ALL) {
            if (!known.isReproducedBy(codec)) {
                throw new ProviderUnavailableException(
                        "it fails the known-answer test for " + known.algorithm.wireName(), null);
            }
        }
    }

    private record KnownAnswer(JwsAlgorithm algorithm, String jwk, String pkcs8, String input, String signature) {

        boolean isReproducedBy(KeyCodec codec) throws ProviderUnavailableException {
            try {
                Jwk published = Jwk.parse(jwk);
                byte[] message = input.getBytes(StandardCharsets.US_ASCII);
                byte[] expected = Base64Url.decode(signature);
                byte[] computed =
                        codec.signingKey(published, Base64Url.decode(pkcs8)).sign(message);
                VerificationKey key = codec.verificationKey(published);
                // ECDSA signatures are random, so the test only requires that the computed one verifies.
                boolean matches = algorithm == JwsAlgorithm.ES256
                        ? key.verify(message, computed)
                        : Arrays.equals(computed, expected);
                if (!matches || !key.verify(message, expected)) {
                    return false;
                }
                message[0] ^= 1;
                return !key.verify(message, expected);
            } catch (MalformedInputException | RuntimeException e) {
                throw new ProviderUnavailableException(
                        "it cannot run the known-answer test for " + algorithm.wireName(), e);
            }
        }
    }
}
