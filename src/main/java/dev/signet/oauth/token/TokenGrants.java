package dev.signet.oauth.token;

import dev.signet.clients.GrantType;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Registry of the grants by their {@code grant_type}. */
@Singleton
final class TokenGrants {

    private final Map<String, TokenGrant> byType;

    TokenGrants(@All List<TokenGrant> grants) {
        this.byType =
                grants.stream().collect(Collectors.toMap(grant -> grant.type().wire(), Function.identity()));
        // A grant type that clients can register but not use would be an error of a developer.
        for (GrantType type : GrantType.values()) {
            if (!byType.containsKey(type.wire())) {
                throw new IllegalStateException("no bean implements TokenGrant for " + type);
            }
        }
    }

    Optional<TokenGrant> find(String grantType) {
        return Optional.ofNullable(byType.get(grantType));
    }

    List<String> types() {
        return byType.keySet().stream().sorted().toList();
    }
}
