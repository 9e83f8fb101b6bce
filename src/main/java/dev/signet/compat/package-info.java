/**
 * The wire formats of libraries from which installations migrate to Signet, each enabled separately. The package is a
 * thin layer over the services of the first-party login, without rules of its own.
 */
@NullMarked
package dev.signet.compat;

import org.jspecify.annotations.NullMarked;
