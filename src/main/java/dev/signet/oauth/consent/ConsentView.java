package dev.signet.oauth.consent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Consent as its user sees it. */
public record ConsentView(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"")
        UUID id,

        @Schema(examples = "\"web\"") String clientId,

        @Schema(examples = "[\"https://api.example\"]") List<String> audience,

        @Schema(examples = "\"openid profile\"") String scope,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant grantedAt) {}
