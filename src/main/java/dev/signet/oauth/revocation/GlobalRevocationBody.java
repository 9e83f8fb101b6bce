package dev.signet.oauth.revocation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request body that identifies the account whose sessions and tokens are revoked. */
record GlobalRevocationBody(
        @Schema(
                examples =
                        "{\"format\": \"iss_sub\", \"iss\": \"https://id.example.com\", \"sub\": \"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"}")
        @Nullable
        SubjectIdentifier subId) {}
