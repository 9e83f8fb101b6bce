/**
 * Each HTTP exchange: request id, log of rejected requests, framing, CORS, security and caching headers, cookies, and
 * errors of the HTTP layer.
 */
@NullMarked
package dev.signet.web.http;

import org.jspecify.annotations.NullMarked;
