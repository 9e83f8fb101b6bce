/**
 * Registered OAuth clients: what each may ask for, and whether whoever calls is one of them. Knows no token, no grant's rules
 * and no account.
 */
@NullMarked
package dev.signet.clients;

import org.jspecify.annotations.NullMarked;
