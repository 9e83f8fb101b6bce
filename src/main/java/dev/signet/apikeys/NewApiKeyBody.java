package dev.signet.apikeys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What an API key is to be; only the name is required, and what is not said is not given. */
record NewApiKeyBody(
        @Schema(examples = "\"nightly backup\"") @Nullable String name,
        @Schema(examples = "[\"profile\"]") @Nullable List<@Nullable String> scopes,
        @Schema(examples = "[\"reader\"]") @Nullable List<@Nullable String> roles,

        @Schema(examples = "[\"https://signet.example\"]") @Nullable
        List<@Nullable String> audience,

        // As a node, because no end and nothing said about the end are not the same.
        @Schema(examples = "\"2027-02-20T08:15:30Z\"", implementation = String.class, nullable = true) @Nullable
        JsonNode expiresAt) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_VALUES = 50;
    private static final Pattern MISLEADING = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]");

    NewApiKey wanted() {
        if (name == null
                || name.isBlank()
                || name.length() > LONGEST_NAME
                || MISLEADING.matcher(name).find()) {
            throw ServiceException.invalidMember(
                    "name", "name is missing, blank or too long, or contains a disallowed character");
        }
        return new NewApiKey(
                name,
                values("scopes", scopes),
                values("roles", roles),
                values("audience", audience),
                WantedEnd.read(expiresAt));
    }

    private static List<String> values(String member, @Nullable List<@Nullable String> given) {
        Set<String> values = new LinkedHashSet<>();
        for (String value : given == null ? List.<@Nullable String>of() : given) {
            if (value == null || value.isEmpty() || values.size() == MOST_VALUES) {
                throw ServiceException.invalidMember(
                        member, member + " contains a null or empty value, or too many values");
            }
            values.add(value);
        }
        return List.copyOf(values);
    }
}
