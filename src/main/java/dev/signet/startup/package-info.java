/**
 * The start of the process: validates every setting before the database is opened, waits for the database, lets jobs run once
 * the server listens, and reports a start that fails in one sentence. Knows no feature.
 */
@NullMarked
package dev.signet.startup;

import org.jspecify.annotations.NullMarked;
