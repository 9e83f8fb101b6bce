package dev.signet.accounts.factor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.UUID;

/**
 * A new authenticator secret, returned only once: as text to type, and as the URI in the QR code that authenticator
 * apps scan.
 */
public record Enrolment(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"")
        UUID id,

        @Schema(examples = "\"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\"")
        String secret,

        @Schema(
                examples =
                        "\"otpauth://totp/id.example.com:alice?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=id.example.com\"")
        String uri,

        @Schema(examples = "600") long expiresIn) {

    @Override
    public String toString() {
        return "Enrolment[" + id + "]";
    }
}
