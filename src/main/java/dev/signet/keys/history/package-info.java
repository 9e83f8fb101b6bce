/** The history of the states of keys, a hash chain that reveals later changes. Owns its table. */
@NullMarked
package dev.signet.keys.history;

import org.jspecify.annotations.NullMarked;
