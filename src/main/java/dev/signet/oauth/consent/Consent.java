package dev.signet.oauth.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Row of the consent table: the scope that one user granted to one client for one set of resource servers. */
@Entity
@Table(name = "consent")
class Consent {

    @Id
    UUID id;

    UUID accountId;
    String clientId;
    String audience;
    String scope;
    Instant grantedAt;

    protected Consent() {}

    Consent(UUID accountId, String clientId, String audience) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.clientId = clientId;
        this.audience = audience;
    }

    Set<String> scopes() {
        return new LinkedHashSet<>(List.of(scope.split(" ")));
    }

    ConsentView toView() {
        return new ConsentView(id, clientId, List.of(audience.split(" ")), scope, grantedAt);
    }
}
