package dev.signet.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Limits of failed attempts and of unauthenticated requests. */
@ConfigMapping(prefix = "signet.throttle")
interface ThrottleConfig {

    /** Length of the window in which attempts are counted. */
    @WithDefault("PT15M")
    Duration window();

    /** Failed attempts per window from one IP address (IPv6: one /64), on all accounts together. */
    @WithDefault("50")
    int perAddress();

    /** Failed attempts per window on one account, from all unknown IP addresses together. */
    @WithDefault("10")
    int perAccount();

    /**
     * Failed attempts per window on one account from one known IP address: one from which the account signed in before.
     */
    @WithDefault("10")
    int perKnownAddress();

    /** Failed authentications per window of one client from one IP address. A correct secret is always accepted. */
    @WithDefault("30")
    int perClient();

    /**
     * Clients per window that may be registered from one IP address (IPv6: one /64) without an initial access token.
     */
    @WithDefault("20")
    int registrationsPerAddress();

    /**
     * Requests per minute of public and self-registered clients of one IP address (IPv6: one /64) that store data.
     * These are pushed requests, device codes, DPoP proofs and client assertions. Successful token requests do not
     * count.
     */
    @WithDefault("60")
    int publicRequestsPerMinute();

    /**
     * Sign-in pages per minute that may be opened from one IP address (IPv6: one /64). Those for clients count only
     * without a session.
     */
    @WithDefault("300")
    int pagesPerMinute();

    /** Mails per window that may be requested from one IP address (IPv6: one /64), for all names together. */
    @WithDefault("20")
    int mailsPerAddress();

    /** Mails per window that may be requested with one username or e-mail address, whether or not it exists. */
    @WithDefault("5")
    int mailsPerName();

    /** Downloads per window of the data of one account. */
    @WithDefault("10")
    int exportsPerAccount();

    /** Time after the last login from an IP address for which the account knows it. */
    @WithDefault("P90D")
    Duration knownAddressRetention();

    /** Maximum number of known IP addresses per account. A new one replaces the least recently used one. */
    @WithDefault("20")
    int knownAddresses();
}
