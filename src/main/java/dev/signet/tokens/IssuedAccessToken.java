package dev.signet.tokens;

import java.time.Duration;

/** An access token as it goes out. */
public record IssuedAccessToken(String value, Duration expiresIn) {

    @Override
    public String toString() {
        return "IssuedAccessToken";
    }
}
