/** API keys over HTTP: those of the signed-in user, and those of any account for administrators. */
@NullMarked
package dev.signet.apikeys.administration;

import org.jspecify.annotations.NullMarked;
