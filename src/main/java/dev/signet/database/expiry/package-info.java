/**
 * Removal of expired rows: one job for the tables of all packages. Each package says what expires in its tables; this
 * package knows no table.
 */
@NullMarked
package dev.signet.database.expiry;

import org.jspecify.annotations.NullMarked;
