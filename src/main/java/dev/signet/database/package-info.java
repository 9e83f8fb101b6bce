/**
 * Access to the database: the JDBC driver that selects H2 or PostgreSQL by URL, and their common features. Several
 * packages can compose one statement, and several statements can be one round trip. Read values can be cached. This
 * package knows no table.
 */
@NullMarked
package dev.signet.database;

import org.jspecify.annotations.NullMarked;
