package dev.signet.oauth.consent;

import dev.signet.clients.Scope;
import dev.signet.database.SpaceSeparatedValues;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
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

    /** Returns the granted scope, which is empty before the first grant. */
    Scope grantedScope() {
        return Scope.ofNullable(scope);
    }

    ConsentView toView() {
        return new ConsentView(id, clientId, SpaceSeparatedValues.split(audience), scope, grantedAt);
    }
}
