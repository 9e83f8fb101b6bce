/**
 * Passkeys: discoverable WebAuthn credentials of users, their registration, use and removal. Opens no session.
 */
@NullMarked
package dev.signet.login.passkeys;

import org.jspecify.annotations.NullMarked;
