/** The issuer identifier, and the URLs under it. */
@NullMarked
package dev.signet.web.issuer;

import org.jspecify.annotations.NullMarked;
