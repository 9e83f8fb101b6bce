/** The sessions of all accounts over HTTP, for administrators. */
@NullMarked
package dev.signet.tokens.session.administration;

import org.jspecify.annotations.NullMarked;
