/**
 * Tickets: the only credential that may stand in a URL. Made from an access token for one path, good once and for seconds, and
 * never worth more than that token still is.
 */
@NullMarked
package dev.signet.tokens.ticket;

import org.jspecify.annotations.NullMarked;
