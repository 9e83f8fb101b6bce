/**
 * The token endpoint: a dispatcher with the common checks, and one class for each grant. Signs nothing and stores
 * nothing itself.
 */
@NullMarked
package dev.signet.oauth.token;

import org.jspecify.annotations.NullMarked;
