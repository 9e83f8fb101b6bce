/**
 * Dynamic client registration (RFC 7591, RFC 7592): the endpoints and who may register, with the initial access tokens
 * that administrators issue.
 */
@NullMarked
package dev.signet.clients.registration;

import org.jspecify.annotations.NullMarked;
