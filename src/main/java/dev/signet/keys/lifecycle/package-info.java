/**
 * The life cycle of the keys: creation, rotation, retirement and withdrawal, by schedule or by an administrator. Owns
 * the table of signing keys.
 */
@NullMarked
package dev.signet.keys.lifecycle;

import org.jspecify.annotations.NullMarked;
