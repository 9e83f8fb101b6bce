/**
 * Filters of the log: they remove repeated failures and the stack traces of database outages. This package knows no
 * feature.
 */
@NullMarked
package dev.signet.logging;

import org.jspecify.annotations.NullMarked;
