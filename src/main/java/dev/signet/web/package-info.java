/**
 * What every HTTP exchange shares: request id, client address, security and caching headers, CORS, pages of a list.
 * Holds no rule of any feature.
 */
@NullMarked
package dev.signet.web;

import org.jspecify.annotations.NullMarked;
