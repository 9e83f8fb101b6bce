package dev.signet.tokens.access;

import java.time.Duration;

/** Newly issued access token in its compact form. */
public record IssuedAccessToken(String value, Duration expiresIn) {

    @Override
    public String toString() {
        return "IssuedAccessToken";
    }
}
