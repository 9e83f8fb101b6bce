package dev.signet.clients.administration;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /admin/clients/{client_id}/secrets}, which is optional. */
record SecretRotationBody(
        @Schema(examples = "3600") @Nullable Long formerSecretTtl) {}
