/** Signet: an identity service. {@code docs/architecture.md} describes its packages. */
@NullMarked
package dev.signet;

import org.jspecify.annotations.NullMarked;
