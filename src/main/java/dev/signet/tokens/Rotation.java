package dev.signet.tokens;

import dev.signet.secrets.SecretDigest;

/** One step of a refresh-token family: the token presented and the one that is to replace it. */
final class Rotation {

    private final RefreshToken presented;
    private final RefreshToken successor;
    private final byte[] sealedSuccessor;
    private final String clientId;

    Rotation(RefreshToken presented, RefreshToken successor, byte[] sealedSuccessor, String clientId) {
        this.presented = presented;
        this.successor = successor;
        this.sealedSuccessor = sealedSuccessor;
        this.clientId = clientId;
    }

    RefreshToken presented() {
        return presented;
    }

    RefreshToken successor() {
        return successor;
    }

    String clientId() {
        return clientId;
    }

    byte[] presentedHash() {
        return SecretDigest.sha256(presented.value());
    }

    byte[] successorHash() {
        return SecretDigest.sha256(successor.value());
    }

    byte[] sealedSuccessor() {
        return sealedSuccessor;
    }
}
