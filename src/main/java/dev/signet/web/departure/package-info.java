/** How a node leaves: what others that still send to it see of its end. */
@NullMarked
package dev.signet.web.departure;

import org.jspecify.annotations.NullMarked;
