/** Who may make an account without being an administrator: nobody, whoever was invited, or anyone; and the invitations. */
@NullMarked
package dev.signet.links.admission;

import org.jspecify.annotations.NullMarked;
