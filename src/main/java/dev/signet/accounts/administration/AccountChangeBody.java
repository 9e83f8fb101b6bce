package dev.signet.accounts.administration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.accounts.AccountChange;
import dev.signet.accounts.role.RoleNames;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The body of {@code PATCH /admin/accounts/{id}}. The members are JSON nodes, because an absent member differs from a
 * null one (RFC 7396).
 */
@SuppressWarnings("NullableOptional") // see AccountChange
record AccountChangeBody(
        @Schema(examples = "\"alice\"", implementation = String.class) @Nullable
        JsonNode username,

        @Schema(examples = "\"Alice Liddell\"", implementation = String.class, nullable = true) @Nullable
        JsonNode name,

        @Schema(examples = "\"alice@example.com\"", implementation = String.class, nullable = true) @Nullable
        JsonNode email,

        @Schema(examples = "true", implementation = Boolean.class) @Nullable
        JsonNode emailVerified,

        @Schema(examples = "true", implementation = Boolean.class) @Nullable
        JsonNode enabled,

        @Schema(examples = "[\"auditor\"]", implementation = String[].class) @Nullable
        JsonNode roles,

        @Schema(examples = "\"correct horse battery staple\"", implementation = String.class) @Nullable
        JsonNode password,

        @Schema(examples = "\"$argon2id$v=19$m=19456,t=2,p=1$…\"", implementation = String.class) @Nullable
        JsonNode passwordHash) {

    AccountChange change() {
        return new AccountChange(
                read("username", username, "a string", AccountChangeBody::text),
                read("name", name, "a string", AccountChangeBody::text),
                read("email", email, "a string", AccountChangeBody::text),
                read("email_verified", emailVerified, "true or false", AccountChangeBody::parseBoolean),
                read("enabled", enabled, "true or false", AccountChangeBody::parseBoolean),
                read("roles", roles, "a JSON array", AccountChangeBody::names),
                read("password", password, "a string", AccountChangeBody::text),
                read("password_hash", passwordHash, "a string", AccountChangeBody::text));
    }

    /** Returns null for an absent member and an empty value for a null one. */
    private static <T> @Nullable Optional<T> read(
            String member, @Nullable JsonNode node, String expected, Function<JsonNode, Optional<T>> value) {
        if (node == null) {
            return null;
        }
        if (node.isNull()) {
            return Optional.empty();
        }
        return Optional.of(value.apply(node).orElseThrow(() -> ServiceException.wrongType(member, expected)));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    private static Optional<Boolean> parseBoolean(JsonNode node) {
        return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }

    private static Optional<List<String>> names(JsonNode node) {
        if (!node.isArray()) {
            return Optional.empty();
        }
        List<@Nullable String> names = new ArrayList<>();
        node.forEach(name -> names.add(name.isTextual() ? name.textValue() : null));
        return Optional.of(List.copyOf(RoleNames.of(names)));
    }

    @Override
    public String toString() {
        return "AccountChangeBody";
    }
}
