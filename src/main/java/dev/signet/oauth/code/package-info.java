/**
 * Authorization codes: issued by the authorization endpoint and consumed once by the token endpoint. A used code is
 * stored for some time, so that a second use ends the session of the first use.
 */
@NullMarked
package dev.signet.oauth.code;

import org.jspecify.annotations.NullMarked;
