package dev.signet.tokens;

import dev.signet.secrets.SecretDigest;

/** One step of a refresh-token family: the token presented and the one that is to replace it. */
final class Rotation {

    private final RefreshToken presented;
    private final RefreshToken successor;
    private final byte[] sealedSuccessor;
    private final String clientId;
    private final TokenForm form;

    Rotation(RefreshToken presented, RefreshToken successor, byte[] sealedSuccessor, RefreshRequest request) {
        this.presented = presented;
        this.successor = successor;
        this.sealedSuccessor = sealedSuccessor;
        this.clientId = request.clientId();
        this.form = request.form();
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

    TokenForm form() {
        return form;
    }

    /** Of the key the client showed a proof of; empty, which no key has, if it showed none. */
    String keyThumbprint() {
        return form.keyThumbprint() == null ? "" : form.keyThumbprint();
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
