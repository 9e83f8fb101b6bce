package dev.signet.clients.metadata;

import dev.signet.clients.ClaimLocation;
import dev.signet.clients.ClaimSource;
import dev.signet.clients.MappedClaim;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Validation of the claims that an administrator maps for a client. Claims that identify the user or define the purpose
 * of a token cannot be mapped.
 */
final class ClaimRules {

    private static final String MEMBER = "claims";
    private static final int MAX_CLAIMS = 20;
    private static final int MAX_VALUE_LENGTH = 500;
    private static final int MAX_VALUES = 20;
    /** Includes names in a namespace of the organisation, such as {@code https://example.com/department}. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}");
    /**
     * The claims of RFC 7519, RFC 9068, MicroProfile JWT, OpenID Connect, RFC 7800, RFC 8693, RFC 8417 and RFC 9701 on
     * which receivers base decisions.
     */
    private static final Set<String> RESERVED = Set.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "client_id",
            "scope",
            "sid",
            "auth_time",
            "acr",
            "amr",
            "azp",
            "nonce",
            "at_hash",
            "c_hash",
            "s_hash",
            "cnf",
            "act",
            "may_act",
            "upn",
            "groups",
            "entitlements",
            "authorization_details",
            "email",
            "email_verified",
            "sub_jwk",
            "sub_id",
            "events",
            "toe",
            "txn",
            "active",
            "token_type",
            "username",
            "token_introspection",
            "status",
            "vct",
            "_claim_names",
            "_claim_sources");

    private ClaimRules() {}

    static List<MappedClaim> read(ClientDocument document) {
        Map<String, @Nullable ClaimMapping> claims = document.claims();
        if (claims == null) {
            return List.of();
        }
        if (claims.size() > MAX_CLAIMS) {
            throw MetadataMember.rejection(MEMBER, "has more than " + MAX_CLAIMS);
        }
        List<MappedClaim> mapped = new ArrayList<>();
        claims.forEach((name, mapping) -> mapped.add(claim(name, mapping)));
        if ("pairwise".equals(document.subjectType())
                && mapped.stream().anyMatch(claim -> claim.source() == ClaimSource.ID)) {
            throw MetadataMember.rejection(MEMBER, "maps the account id, although subject_type is pairwise");
        }
        return List.copyOf(mapped);
    }

    private static MappedClaim claim(String name, @Nullable ClaimMapping mapping) {
        if (!NAME.matcher(name).matches()) {
            throw MetadataMember.rejection(MEMBER, "contains a claim name that does not match " + NAME);
        }
        if (RESERVED.contains(name)) {
            throw MetadataMember.rejection(MEMBER, name + " is a reserved claim");
        }
        if (mapping == null || (mapping.from() == null) == (mapping.value() == null)) {
            throw MetadataMember.rejection(MEMBER, "needs exactly one of from and value");
        }
        return new MappedClaim(name, source(mapping.from()), value(mapping.value()), locations(mapping.in()));
    }

    private static @Nullable ClaimSource source(@Nullable String from) {
        return from == null
                ? null
                : ClaimSource.ofWire(from)
                        .orElseThrow(
                                () -> MetadataMember.rejection(MEMBER, "from does not name an attribute of accounts"));
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<String> strings = new ArrayList<>();
            for (Object element : list) {
                if (!(element instanceof String string) || string.length() > MAX_VALUE_LENGTH) {
                    throw MetadataMember.rejection(
                            MEMBER, "contains a list with a value that is too long or not a string");
                }
                strings.add(string);
            }
            if (strings.size() > MAX_VALUES) {
                throw MetadataMember.rejection(MEMBER, "contains a list with more values than " + MAX_VALUES);
            }
            return List.copyOf(strings);
        }
        if (value instanceof String string && string.length() > MAX_VALUE_LENGTH) {
            throw MetadataMember.rejection(MEMBER, "contains a value longer than " + MAX_VALUE_LENGTH);
        }
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        throw MetadataMember.rejection(
                MEMBER, "contains a value that is not a string, an integer, a boolean or a list of strings");
    }

    private static Set<ClaimLocation> locations(@Nullable List<@Nullable String> names) {
        if (names == null) {
            return EnumSet.allOf(ClaimLocation.class);
        }
        Set<ClaimLocation> locations = EnumSet.noneOf(ClaimLocation.class);
        for (String name : MetadataMember.values(MEMBER, names)) {
            locations.add(ClaimLocation.ofWire(name)
                    .orElseThrow(() -> MetadataMember.rejection(MEMBER, "in contains an unknown value")));
        }
        if (locations.isEmpty()) {
            throw MetadataMember.rejection(MEMBER, "in is empty");
        }
        return locations;
    }
}
