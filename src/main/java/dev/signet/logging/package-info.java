/** What the log leaves out: failures that repeat, and stack traces of an outage of the database. Knows no feature. */
@NullMarked
package dev.signet.logging;

import org.jspecify.annotations.NullMarked;
