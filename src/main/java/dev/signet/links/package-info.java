/**
 * Links that are sent by mail and work once: prove an address, set a lost password, sign in, make an account. Decides nothing about
 * accounts and logins that {@code accounts} and {@code login} can answer.
 */
@NullMarked
package dev.signet.links;

import org.jspecify.annotations.NullMarked;
