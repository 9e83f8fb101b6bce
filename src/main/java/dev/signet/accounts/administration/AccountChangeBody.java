package dev.signet.accounts.administration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.accounts.AccountChange;
import dev.signet.accounts.role.RoleNames;
import dev.signet.web.body.JsonMembers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

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
                read("username", username, JsonMembers::text),
                read("name", name, JsonMembers::text),
                read("email", email, JsonMembers::text),
                read("email_verified", emailVerified, JsonMembers::isTrue),
                read("enabled", enabled, JsonMembers::isTrue),
                read("roles", roles, AccountChangeBody::names),
                read("password", password, JsonMembers::text),
                read("password_hash", passwordHash, JsonMembers::text));
    }

    /** Returns null for an absent member and an empty value for a null one. */
    private static <T> @Nullable Optional<T> read(
            String member, @Nullable JsonNode node, BiFunction<String, JsonNode, T> value) {
        if (node == null) {
            return null;
        }
        return node.isNull() ? Optional.empty() : Optional.of(value.apply(member, node));
    }

    private static List<String> names(String member, JsonNode node) {
        List<@Nullable String> names = new ArrayList<>();
        JsonMembers.elements(member, node).forEach(name -> names.add(name.isTextual() ? name.textValue() : null));
        return List.copyOf(RoleNames.of(names));
    }

    @Override
    public String toString() {
        return "AccountChangeBody";
    }
}
