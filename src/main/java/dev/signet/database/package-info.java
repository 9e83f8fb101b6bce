/**
 * Which database this is: the one JDBC driver that picks H2 or PostgreSQL by URL, what both say alike, how a few
 * statements are one round trip, and what was read last. Knows no table.
 */
@NullMarked
package dev.signet.database;

import org.jspecify.annotations.NullMarked;
