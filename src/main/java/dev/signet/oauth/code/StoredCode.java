package dev.signet.oauth.code;

import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.Authorization;
import dev.signet.web.caller.ClientOrigin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
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

    @Column(name = "address")
    String ipAddress;

    String userAgent;
    Instant expiresAt;
    Instant usedAt;
    Instant removeAfter;

    protected StoredCode() {}

    StoredCode(byte[] codeHash, CodeGrant grant, Instant expiresAt) {
        this.codeHash = codeHash;
        this.sessionId = UUID.randomUUID();
        Authorization authorization = grant.authorization();
        this.accountId = authorization.accountId();
        this.clientId = authorization.clientId();
        this.redirectUri = grant.redirectUri();
        this.codeChallenge = grant.codeChallenge();
        this.scope = authorization.scope().toString();
        this.audience = authorization.audienceText();
        this.nonce = grant.nonce();
        AuthenticationContext authenticationContext = authorization.authenticationContext();
        this.acr = authenticationContext.acr();
        this.amr = authenticationContext.amrText();
        this.authTime = authenticationContext.authTime();
        this.browserSessionId = grant.browserSessionId();
        this.dpopJkt = grant.dpopJkt();
        this.claimsRequest = grant.claimsRequest();
        this.ipAddress = grant.origin().ipAddress();
        this.userAgent = grant.origin().userAgent();
        this.expiresAt = expiresAt;
        this.removeAfter = expiresAt;
    }

    CodeGrant toGrant() {
        return new CodeGrant(
                Authorization.ofStored(
                        accountId, clientId, audience, scope, AuthenticationContext.ofStored(acr, amr, authTime)),
                redirectUri,
                codeChallenge,
                nonce,
                browserSessionId,
                dpopJkt,
                claimsRequest,
                new ClientOrigin(ipAddress, userAgent));
    }
}
