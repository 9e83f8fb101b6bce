/**
 * Authorization codes: issued by the authorization endpoint, used up once by the token endpoint, and remembered for a while so
 * that a second use ends what the first one gave.
 */
@NullMarked
package dev.signet.oauth.code;

import org.jspecify.annotations.NullMarked;
