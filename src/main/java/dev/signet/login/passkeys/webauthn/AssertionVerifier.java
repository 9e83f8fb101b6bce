package dev.signet.login.passkeys.webauthn;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.SignatureEngine;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwsAlgorithm;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Verifies assertions (Web Authentication Level 3 §7.2) with the crypto provider of {@code jose}. An assertion of an
 * unknown credential is verified with a generated key, so that it costs the same.
 */
@Singleton
public final class AssertionVerifier {

    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;
    private static final int EXTENSIONS = 0x80;
    private static final int ID_HASH_BYTES = 32;
    private static final int LENGTH_WITHOUT_EXTENSIONS = ID_HASH_BYTES + 1 + Integer.BYTES;

    private final RelyingParty relyingParty;
    private final SignatureEngine engine;
    private final Jwk keyOfUnknown;

    AssertionVerifier(RelyingParty relyingParty, SignatureEngine engine) {
        this.relyingParty = relyingParty;
        this.engine = engine;
        this.keyOfUnknown = engine.generate(JwsAlgorithm.ES256).publicJwk();
    }

    /**
     * Verifies an assertion.
     *
     * @param publicKey the key of the credential; null if it is unknown
     * @throws ServiceException {@code invalid_credentials}
     */
    public VerifiedAssertion verify(AssertionResponse response, byte[] challenge, @Nullable Jwk publicKey) {
        // The signature is verified first, so that each rejection costs the same.
        boolean signed = isSigned(response, publicKey == null ? keyOfUnknown : publicKey);
        String fault = ClientData.findFault(response.clientData(), challenge, relyingParty.origins());
        byte[] data = response.authenticatorData();
        int flags = data.length > ID_HASH_BYTES ? data[ID_HASH_BYTES] & 0xFF : 0;
        if (fault == null) {
            fault = findFault(data, flags);
        }
        if (fault == null && (publicKey == null || !signed)) {
            fault = publicKey == null ? "the credential is unknown" : "the signature is wrong";
        }
        if (fault != null) {
            throw new ServiceException(ErrorCode.INVALID_CREDENTIALS, fault);
        }
        return new VerifiedAssertion(
                Integer.toUnsignedLong(ByteBuffer.wrap(data).getInt(ID_HASH_BYTES + 1)),
                (flags & BACKUP_ELIGIBLE) != 0,
                (flags & BACKED_UP) != 0);
    }

    // Steps 15 to 19.
    private @Nullable String findFault(byte[] data, int flags) {
        if (data.length < LENGTH_WITHOUT_EXTENSIONS
                || data.length > LENGTH_WITHOUT_EXTENSIONS != ((flags & EXTENSIONS) != 0)) {
            return "the authenticator data has a wrong length";
        }
        if (!Arrays.equals(relyingParty.idHash(), 0, ID_HASH_BYTES, data, 0, ID_HASH_BYTES)) {
            return "the relying party id is another one";
        }
        if ((flags & USER_PRESENT) == 0 || (flags & USER_VERIFIED) == 0) {
            return "the user was not verified";
        }
        return (flags & BACKED_UP) != 0 && (flags & BACKUP_ELIGIBLE) == 0 ? "the backup flags are inconsistent" : null;
    }

    private boolean isSigned(AssertionResponse response, Jwk publicKey) {
        VerificationKey key = engine.verificationKey(publicKey);
        byte[] data = response.authenticatorData();
        byte[] hash = sha256(response.clientData());
        byte[] message = ByteBuffer.allocate(data.length + hash.length)
                .put(data)
                .put(hash)
                .array();
        byte[] signature = key.algorithm() == JwsAlgorithm.ES256
                ? EcdsaSignature.toFixedLength(response.signature())
                : response.signature();
        return key.verify(message, signature);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
