/** Implementations of Argon2id (RFC 9106): in Java, and by libargon2 of the system. Knows no passwords and no limits. */
@NullMarked
package dev.signet.accounts.password.argon2;

import org.jspecify.annotations.NullMarked;
