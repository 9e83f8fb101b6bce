package dev.signet.accounts.factor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/** The second factors of an account and the number of its unused recovery codes. */
public record FactorList(
        List<FactorView> items, @Schema(examples = "10") int recoveryCodesLeft) {}
