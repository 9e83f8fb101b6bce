/**
 * Passwords as secrets: which are acceptable, how they are hashed, how hashes of other systems are verified, and how much
 * of that happens at once. Knows no account and no database.
 */
@NullMarked
package dev.signet.accounts.password;

import org.jspecify.annotations.NullMarked;
