/** Meters that exist for each constant of an enum. */
@NullMarked
package dev.signet.web.meters;

import org.jspecify.annotations.NullMarked;
