/**
 * The states, public halves and schedule of the signing keys, as values and settings. The packages below hold the keys
 * themselves; none of them knows the content of the tokens that the keys sign.
 */
@NullMarked
package dev.signet.keys;

import org.jspecify.annotations.NullMarked;
