package dev.signet.tokens.ticket;

import java.time.Duration;

/** Newly issued ticket. */
public record IssuedTicket(String value, Duration expiresIn) {

    @Override
    public String toString() {
        return "IssuedTicket";
    }
}
