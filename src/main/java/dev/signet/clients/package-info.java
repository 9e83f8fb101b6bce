/**
 * Registered OAuth clients: their permissions and their authentication. Independent of tokens, grant rules and
 * accounts.
 */
@NullMarked
package dev.signet.clients;

import org.jspecify.annotations.NullMarked;
