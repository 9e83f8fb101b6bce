/**
 * Which database this is: the one JDBC driver that picks H2 or PostgreSQL by URL, and what both say alike. Knows no
 * table.
 */
@NullMarked
package dev.signet.database;

import org.jspecify.annotations.NullMarked;
