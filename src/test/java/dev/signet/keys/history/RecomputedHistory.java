package dev.signet.keys.history;

import dev.signet.support.accounts.Signet;
import dev.signet.web.paging.PageRequest;
import io.restassured.path.json.JsonPath;
import org.jose4j.jwk.PublicJsonWebKey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Reads the key history and recomputes it as docs/operations/key-history.md describes. */
public final class RecomputedHistory {

    private RecomputedHistory() {}

    static List<Map<String, Object>> read(int limit) {
        String admin = Signet.admin().access();
        List<Map<String, Object>> entries = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = Signet.bearer(admin)
                    .queryParam("limit", limit)
                    .queryParams(after == null ? Map.of() : Map.of("after", after))
                    .get("/admin/keys/history")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            entries.addAll(page.getList("items"));
            after = page.getString("next");
        } while (after != null);
        return entries;
    }

    /** Returns the stored entries with the members of the JSON that administrators receive. */
    public static List<Map<String, Object>> stored(KeyHistory history) {
        return history.list(new PageRequest(200, null)).items().stream()
                .map(entry -> Map.<String, Object>of(
                        "sequence",
                        entry.sequence(),
                        "kid",
                        entry.kid(),
                        "alg",
                        entry.alg(),
                        "state",
                        entry.state().name(),
                        "at",
                        entry.at().toString(),
                        "found",
                        entry.found(),
                        "jwk",
                        entry.jwk(),
                        "previous_hash",
                        entry.previousHash(),
                        "hash",
                        entry.hash()))
                .toList();
    }

    /** Returns the sequence number of the first invalid entry, or 0 if all are valid. */
    public static long firstInvalidEntry(List<Map<String, Object>> entries) throws Exception {
        String before = "0".repeat(64);
        long sequence = 0;
        for (Map<String, Object> entry : entries) {
            sequence++;
            String text = String.join(
                    "\n",
                    "signet key history 1",
                    entry.get("sequence").toString(),
                    before,
                    (String) entry.get("kid"),
                    (String) entry.get("alg"),
                    (String) entry.get("state"),
                    (String) entry.get("at"),
                    entry.get("found").toString());
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            if (((Number) entry.get("sequence")).longValue() != sequence
                    || !before.equals(entry.get("previous_hash"))
                    || !HexFormat.of().formatHex(hash).equals(entry.get("hash"))
                    || !thumbprint(entry).equals(entry.get("kid"))) {
                return sequence;
            }
            before = (String) entry.get("hash");
        }
        return 0;
    }

    @SuppressWarnings("unchecked")
    private static String thumbprint(Map<String, Object> entry) throws Exception {
        return PublicJsonWebKey.Factory.newPublicJwk((Map<String, Object>) entry.get("jwk"))
                .calculateBase64urlEncodedThumbprint("SHA-256");
    }
}
