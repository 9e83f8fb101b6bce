package dev.signet.oauth.token;

import dev.signet.accounts.Account;
import dev.signet.clients.Client;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Seam. */
public record IssuedGrant(
        Client client,
        Account account,
        String scope,
        @Nullable String nonce,
        String acr,
        List<String> amr,
        Instant authTime,
        UUID sessionId,
        String accessToken,
        @Nullable String code,
        @Nullable String claimsRequest) {}
