package dev.signet.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the results of published vectors, and keeps the numbers of those with a different result. */
final class Tally {

    private static final List<String> SUPPORTED = List.of("RS256", "ES256", "Ed25519");

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<Integer> deviations = new ArrayList<>();

    void add(JsonNode test, String alg, boolean accepted) {
        String published = test.get("result").asText();
        if (published.equals("acceptable")) {
            count("left to the verifier");
        } else if (published.equals(accepted ? "valid" : "invalid")) {
            count(accepted ? "accepted" : "rejected");
        } else if (!accepted && !SUPPORTED.contains(alg)) {
            count("rejected by rule: " + alg);
        } else {
            deviations.add(test.get("tcId").asInt());
        }
    }

    private void count(String outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    Map<String, Integer> counts() {
        return counts;
    }

    List<Integer> deviations() {
        return deviations;
    }
}
