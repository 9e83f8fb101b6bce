package dev.signet.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How many failed attempts are let through before the next must wait. */
@ConfigMapping(prefix = "signet.throttle")
interface ThrottleConfig {

    /** Length of the window in which attempts are counted. */
    @WithDefault("PT15M")
    Duration window();

    /** Failed attempts per window from one client address (IPv6: one /64), on whatever accounts. */
    @WithDefault("50")
    int perAddress();

    /** Failed attempts per window on one account, from all addresses from which it has not logged in before. */
    @WithDefault("10")
    int perAccount();

    /** Failed attempts per window on one account from one address from which it has logged in before. */
    @WithDefault("10")
    int perKnownAddress();

    /** Failed authentications per window of one client from one client address; the right secret is let in all the same. */
    @WithDefault("30")
    int perClient();

    /** Clients per window that may be registered from one client address (IPv6: one /64) without an initial access token. */
    @WithDefault("20")
    int registrationsPerAddress();

    /**
     * Requests per minute that store data of public and self-registered clients of one IP address (IPv6: one /64): pushed requests, device
     * codes, DPoP proofs and client assertions. Successful token requests do not count.
     */
    @WithDefault("60")
    int publicRequestsPerMinute();

    /** Sign-in pages per minute that may be opened without a session from one IP address (IPv6: one /64). */
    @WithDefault("300")
    int pagesPerMinute();

    /** Mails per window that may be asked for from one client address (IPv6: one /64), for whatever names. */
    @WithDefault("20")
    int mailsPerAddress();

    /** Mails per window that may be asked for with one username or e-mail address, whether or not it exists. */
    @WithDefault("5")
    int mailsPerName();

    /** How long an address stays known to an account that no longer logs in from there. */
    @WithDefault("P90D")
    Duration knownAddressRetention();

    /** How many addresses are known per account; the one not seen for longest makes room. */
    @WithDefault("20")
    int knownAddresses();

    /** How often ended windows and forgotten addresses are removed. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();
}
