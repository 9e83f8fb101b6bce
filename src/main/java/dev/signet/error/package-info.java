/**
 * The errors in responses: codes with a constant public sentence, the exception that carries a code, and the mapper.
 * The private reason is only logged.
 */
@NullMarked
package dev.signet.error;

import org.jspecify.annotations.NullMarked;
