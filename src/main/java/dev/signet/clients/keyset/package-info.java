/** The public keys of clients, registered by value or fetched from where the client publishes them. Knows no client. */
@NullMarked
package dev.signet.clients.keyset;

import org.jspecify.annotations.NullMarked;
