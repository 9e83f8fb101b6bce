/** Strict JSON and base64url, as JOSE needs them. */
@NullMarked
package dev.signet.jose.json;

import org.jspecify.annotations.NullMarked;
