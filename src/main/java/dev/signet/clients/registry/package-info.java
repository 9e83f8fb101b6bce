/**
 * Stored clients: the tables of clients and their secrets, the cache of each node, clients with a metadata document at
 * a URL, and the removal of unused clients.
 */
@NullMarked
package dev.signet.clients.registry;

import org.jspecify.annotations.NullMarked;
