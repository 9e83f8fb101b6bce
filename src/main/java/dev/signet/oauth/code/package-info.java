/**
 * Authorization codes: issued by the authorization endpoint, consumed once by the token endpoint, and stored for some
 * time so that a second use ends the session which the first use opened.
 */
@NullMarked
package dev.signet.oauth.code;

import org.jspecify.annotations.NullMarked;
