/** Seam. */
@NullMarked
package dev.signet.oauth.token;

import org.jspecify.annotations.NullMarked;
