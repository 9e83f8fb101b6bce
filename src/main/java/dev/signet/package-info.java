/** Signet: an identity service; its rooms are the packages below, see {@code docs/architecture.md}. */
@NullMarked
package dev.signet;

import org.jspecify.annotations.NullMarked;
