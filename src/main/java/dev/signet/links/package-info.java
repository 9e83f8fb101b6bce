/**
 * Links sent by mail that work once: verify an e-mail address, reset a password, sign in, create an account. Delegates
 * decisions about accounts and logins to {@code accounts} and {@code login}.
 */
@NullMarked
package dev.signet.links;

import org.jspecify.annotations.NullMarked;
