/**
 * Web Authentication Level 3: the relying party, the options of its ceremonies, and the verification of the credentials
 * that authenticators return. Stores nothing.
 */
@NullMarked
package dev.signet.login.passkeys.webauthn;

import org.jspecify.annotations.NullMarked;
