/**
 * The clock, random numbers and worker threads, for all packages. The packages below hold what all HTTP exchanges
 * share, and no rule of a feature.
 */
@NullMarked
package dev.signet.web;

import org.jspecify.annotations.NullMarked;
