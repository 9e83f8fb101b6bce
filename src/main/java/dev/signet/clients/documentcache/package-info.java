/**
 * Documents that clients publish: fetched on demand, cached, and fetched again at intervals. Independent of clients.
 */
@NullMarked
package dev.signet.clients.documentcache;

import org.jspecify.annotations.NullMarked;
