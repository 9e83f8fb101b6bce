/**
 * Code shared by all HTTP exchanges: request id, IP address of the client, security and caching headers, CORS, pages of
 * a list. Contains no rule of a feature.
 */
@NullMarked
package dev.signet.web;

import org.jspecify.annotations.NullMarked;
