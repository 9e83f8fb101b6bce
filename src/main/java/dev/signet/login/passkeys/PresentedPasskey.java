package dev.signet.login.passkeys;

import dev.signet.login.passkeys.webauthn.AssertionResponse;

/**
 * An assertion from a request and the ceremony that it finishes.
 *
 * @param binding the browser that began the ceremony; empty if any holder of the token may finish it
 */
public record PresentedPasskey(String ceremony, String binding, AssertionResponse assertion) {

    @Override
    public String toString() {
        return "PresentedPasskey";
    }
}
