/**
 * Which database this is: the one JDBC driver that picks H2 or PostgreSQL by URL, what both say alike, and how a few
 * statements are one round trip. Knows no table.
 */
@NullMarked
package dev.signet.database;

import org.jspecify.annotations.NullMarked;
