/**
 * Stored clients: the tables of clients and their secrets, the cache of each node, and the removal of unused clients.
 * Also clients whose id is the URL of a metadata document.
 */
@NullMarked
package dev.signet.clients.registry;

import org.jspecify.annotations.NullMarked;
