/** The change of the own e-mail address over HTTP. */
@NullMarked
package dev.signet.links.email;

import org.jspecify.annotations.NullMarked;
