/** What people allowed clients to do for them: remembered, listed, taken back. Asks nobody. */
@NullMarked
package dev.signet.oauth.consent;

import org.jspecify.annotations.NullMarked;
