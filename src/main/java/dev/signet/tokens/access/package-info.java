/** Access tokens: their claims, issue, exchange and verification. Opens no session and stores nothing. */
@NullMarked
package dev.signet.tokens.access;

import org.jspecify.annotations.NullMarked;
