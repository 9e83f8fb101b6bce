/** API keys over HTTP: those of the signed-in user, and those of any account for administrators. */
@NullMarked
package dev.signet.apikeys.endpoint;

import org.jspecify.annotations.NullMarked;
