/** Registration modes (closed, invited users only, open) and invitations. */
@NullMarked
package dev.signet.links.admission;

import org.jspecify.annotations.NullMarked;
