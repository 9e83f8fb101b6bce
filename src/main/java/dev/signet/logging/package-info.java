/** Filters of the log: they remove repeated failures and the stack traces of database outages. Knows no feature. */
@NullMarked
package dev.signet.logging;

import org.jspecify.annotations.NullMarked;
