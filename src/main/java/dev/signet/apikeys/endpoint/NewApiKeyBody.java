package dev.signet.apikeys.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.apikeys.NewApiKey;
import dev.signet.apikeys.RequestedExpiry;
import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The body of a request for an API key. Only the name is required; absent scopes and roles are not granted. */
record NewApiKeyBody(
        @Schema(examples = "\"nightly backup\"") @Nullable String name,
        @Schema(examples = "[\"profile\"]") @Nullable List<@Nullable String> scopes,
        @Schema(examples = "[\"reader\"]") @Nullable List<@Nullable String> roles,

        @Schema(examples = "[\"https://signet.example\"]") @Nullable
        List<@Nullable String> audience,

        // A JSON node, because null (no expiry) differs from an absent member.
        @Schema(examples = "\"2027-02-20T08:15:30Z\"", implementation = String.class, nullable = true) @Nullable
        JsonNode expiresAt) {

    private static final int MAX_VALUES = 50;

    NewApiKey toNewApiKey() {
        return new NewApiKey(
                name == null ? "" : name,
                scope(),
                values("roles", roles),
                values("audience", audience),
                RequestedExpiry.read(expiresAt));
    }

    private Scope scope() {
        List<String> tokens = values("scopes", scopes);
        if (tokens.stream().anyMatch(token -> token.contains(" "))) {
            throw new ServiceException(ErrorCode.INVALID_SCOPE, "a requested scope contains a space");
        }
        return Scope.of(tokens);
    }

    private static List<String> values(String member, @Nullable List<@Nullable String> elements) {
        Set<String> values = new LinkedHashSet<>();
        for (String value : elements == null ? List.<@Nullable String>of() : elements) {
            if (value == null || value.isEmpty() || values.size() == MAX_VALUES) {
                throw ServiceException.invalidMember(
                        member, member + " contains a null or empty value, or too many values");
            }
            values.add(value);
        }
        return List.copyOf(values);
    }
}
