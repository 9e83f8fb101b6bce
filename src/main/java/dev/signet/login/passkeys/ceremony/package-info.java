/**
 * Started registrations and sign-ins with a passkey: their challenges, each for one use, five minutes and the session or
 * browser that began it. Verifies no credential.
 */
@NullMarked
package dev.signet.login.passkeys.ceremony;

import org.jspecify.annotations.NullMarked;
