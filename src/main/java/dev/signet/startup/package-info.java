/**
 * The start of the process. It validates every setting before the database is opened, waits for the database, and
 * starts the jobs once the server listens. It explains a failed start in one sentence, and limits the
 * memory of the native binary. This package knows no feature.
 */
@NullMarked
package dev.signet.startup;

import org.jspecify.annotations.NullMarked;
