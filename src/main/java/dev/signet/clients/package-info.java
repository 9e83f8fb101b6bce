/**
 * Values about OAuth clients that the rest of Signet reads: a client, its grant types, URIs, claims and token settings.
 * The packages below store and authenticate clients; this one imports none of them.
 */
@NullMarked
package dev.signet.clients;

import org.jspecify.annotations.NullMarked;
