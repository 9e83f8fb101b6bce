/** The administration of signing keys over HTTP. */
@NullMarked
package dev.signet.keys.administration;

import org.jspecify.annotations.NullMarked;
