/** Syntax of client metadata: URIs, scopes, key sets, display text. Independent of clients. */
@NullMarked
package dev.signet.clients.metadata;

import org.jspecify.annotations.NullMarked;
