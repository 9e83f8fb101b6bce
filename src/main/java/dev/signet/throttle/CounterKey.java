package dev.signet.throttle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The keys of the counters. They are hashed, so that the tables do not reveal which usernames and IP addresses were
 * tried.
 */
final class CounterKey {

    private CounterKey() {}

    static byte[] ofIpAddress(String network) {
        return digest("address", network);
    }

    static byte[] ofAccount(String account) {
        return digest("account", account);
    }

    static byte[] ofKnown(String account, String network) {
        return digest("known", network + " " + account);
    }

    /** Returns the key of the counter for rejections by a full counter. */
    static byte[] ofRejections(byte[] fullKey) {
        return digest("refusals", HexFormat.of().formatHex(fullKey));
    }

    static byte[] ofClients(String network) {
        return digest("clients", network);
    }

    static byte[] ofClient(String clientId, String network) {
        return digest("client", network + " " + clientId);
    }

    static byte[] ofRegistrations(String network) {
        return digest("registrations", network);
    }

    static byte[] ofPublicClients(String network) {
        return digest("public-clients", network);
    }

    static byte[] ofPages(String network) {
        return digest("pages", network);
    }

    static byte[] ofMailsFrom(String network) {
        return digest("mails-from", network);
    }

    static byte[] ofMailsTo(String name) {
        return digest("mails-to", name);
    }

    static byte[] ofExports(UUID accountId) {
        return digest("exports", accountId.toString());
    }

    private static byte[] digest(String kind, String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((kind + " " + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
