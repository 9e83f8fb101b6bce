/**
 * Client metadata (RFC 7591 §2): the document, its parsing and validation, and what a client may request for itself.
 * Stores nothing.
 */
@NullMarked
package dev.signet.clients.metadata;

import org.jspecify.annotations.NullMarked;
