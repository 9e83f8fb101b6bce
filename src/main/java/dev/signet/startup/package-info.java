/**
 * The start of the process: validates every setting before the database is opened, waits for the database, starts the
 * jobs once the server listens, and explains a failed start in one sentence. This package knows no feature.
 */
@NullMarked
package dev.signet.startup;

import org.jspecify.annotations.NullMarked;
