/**
 * Every error a client can see: one code with one constant public sentence, one exception that carries it, one mapper.
 * The private reason goes to the log only.
 */
@NullMarked
package dev.signet.error;

import org.jspecify.annotations.NullMarked;
