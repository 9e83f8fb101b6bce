package dev.signet.oauth.code;

import dev.signet.clients.Scope;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.web.caller.ClientOrigin;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Row of the table of authorization codes: the digest of a code, and its grant. */
@Entity
@Table(name = "authorization_code")
class StoredCode {

    @Id
    byte[] codeHash;

    UUID sessionId;
    UUID accountId;
    String clientId;
    String redirectUri;
    String codeChallenge;
    String scope;
    String audience;
    String nonce;
    String acr;
    String amr;
    Instant authTime;
    UUID browserSessionId;
    String dpopJkt;
    String claimsRequest;
    String address;
    String userAgent;
    Instant expiresAt;
    Instant usedAt;
    Instant removeAfter;

    protected StoredCode() {}

    StoredCode(byte[] codeHash, CodeGrant grant, Instant expiresAt) {
        this.codeHash = codeHash;
        this.sessionId = UUID.randomUUID();
        this.accountId = grant.accountId();
        this.clientId = grant.clientId();
        this.redirectUri = grant.redirectUri();
        this.codeChallenge = grant.codeChallenge();
        this.scope = grant.scope().toString();
        this.audience = String.join(" ", grant.audience());
        this.nonce = grant.nonce();
        this.acr = grant.authenticationContext().acr();
        this.amr = grant.authenticationContext().amrText();
        this.authTime = grant.authenticationContext().authTime();
        this.browserSessionId = grant.browserSessionId();
        this.dpopJkt = grant.dpopJkt();
        this.claimsRequest = grant.claimsRequest();
        this.address = grant.origin().ipAddress();
        this.userAgent = grant.origin().userAgent();
        this.expiresAt = expiresAt;
        this.removeAfter = expiresAt;
    }

    CodeGrant toGrant() {
        return new CodeGrant(
                accountId,
                clientId,
                redirectUri,
                codeChallenge,
                Scope.ofText(scope),
                List.of(audience.split(" ")),
                nonce,
                AuthenticationContext.ofStored(acr, amr, authTime),
                browserSessionId,
                dpopJkt,
                claimsRequest,
                new ClientOrigin(address, userAgent));
    }
}
