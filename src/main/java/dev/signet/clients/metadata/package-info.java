/** The syntax of what a client says of itself: URIs, scopes, key sets, text for people. Knows no client. */
@NullMarked
package dev.signet.clients.metadata;

import org.jspecify.annotations.NullMarked;
