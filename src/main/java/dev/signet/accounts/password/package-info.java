/**
 * Passwords as secrets: rules for new ones, hashing, verification of hashes from other systems, and the limit on
 * concurrent hashes. Does not depend on accounts or the database.
 */
@NullMarked
package dev.signet.accounts.password;

import org.jspecify.annotations.NullMarked;
