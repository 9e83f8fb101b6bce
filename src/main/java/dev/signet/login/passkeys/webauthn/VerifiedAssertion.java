package dev.signet.login.passkeys.webauthn;

/**
 * The data of a valid assertion.
 *
 * @param signCount the signature counter; 0 if the authenticator has none
 * @param backupEligible whether the passkey may be stored on several devices
 */
public record VerifiedAssertion(long signCount, boolean backupEligible, boolean backedUp) {}
