/** Public keys of clients, registered by value or fetched from the client. Independent of clients. */
@NullMarked
package dev.signet.clients.keyset;

import org.jspecify.annotations.NullMarked;
