/** The account page for the user's own API keys. */
@NullMarked
package dev.signet.selfservice.apikeys;

import org.jspecify.annotations.NullMarked;
