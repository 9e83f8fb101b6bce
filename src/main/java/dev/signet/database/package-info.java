/**
 * Access to the database: the JDBC driver that selects H2 or PostgreSQL by URL, their common features, statements that
 * several packages compose, several statements in one round trip, and a cache of read values. This package knows no
 * table.
 */
@NullMarked
package dev.signet.database;

import org.jspecify.annotations.NullMarked;
