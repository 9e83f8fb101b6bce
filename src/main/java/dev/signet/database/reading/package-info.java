/**
 * Values that each node reads from the database for its metrics, at an interval and never during a scrape. The owner of
 * a table implements the reading; this package knows no table.
 */
@NullMarked
package dev.signet.database.reading;

import org.jspecify.annotations.NullMarked;
