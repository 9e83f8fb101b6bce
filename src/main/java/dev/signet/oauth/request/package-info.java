/**
 * Authorization requests, however they come: in a query, as a signed object (RFC 9101), or pushed beforehand (RFC 9126). Judges them in
 * the one safe order; shows no page and asks nobody.
 */
@NullMarked
package dev.signet.oauth.request;

import org.jspecify.annotations.NullMarked;
