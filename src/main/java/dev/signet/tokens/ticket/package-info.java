/**
 * Tickets: the only credential that may appear in a URL. A ticket is issued from an access token for one path, can be
 * used once within seconds, and never grants more than that token still does.
 */
@NullMarked
package dev.signet.tokens.ticket;

import org.jspecify.annotations.NullMarked;
