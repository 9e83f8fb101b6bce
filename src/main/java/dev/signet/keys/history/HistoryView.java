package dev.signet.keys.history;

import dev.signet.keys.KeyState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.Map;

/**
 * An entry of the key history for administrators and auditors.
 *
 * @param found true if the key was already in this state, since an unknown time, when the history began to record it
 * @param hash SHA-256 of all other members and the previous hash; {@code jwk} is covered by {@code kid}, its thumbprint
 */
record HistoryView(
        @Schema(examples = "17") long sequence,

        @Schema(examples = "\"-Ya_o5H6xTUXkJ1Wn7uHTxXb6s2TbEoOqt1xLtjDGx8\"")
        String kid,

        @Schema(examples = "\"ES256\"") String alg,
        @Schema(examples = "\"ACTIVE\"") KeyState state,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant at,
        @Schema(examples = "false") boolean found,

        @Schema(examples = "{\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"…\", \"y\": \"…\"}")
        Map<String, Object> jwk,

        @Schema(examples = "\"4a44dc15364204a80fe80e9039455cc1608281820fe2b24f1e5233ade6af1dd5\"")
        String previousHash,

        @Schema(examples = "\"6b51d431df5d7f141cbececcf79edf3dd861c3b4069f0b11661a3eefacbba918\"")
        String hash) {}
