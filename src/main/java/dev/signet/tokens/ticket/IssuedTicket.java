package dev.signet.tokens.ticket;

import java.time.Duration;

/** A ticket as it goes out. */
public record IssuedTicket(String value, Duration expiresIn) {

    @Override
    public String toString() {
        return "IssuedTicket";
    }
}
