/** Tickets over REST: issue and redeem. */
@NullMarked
package dev.signet.login.ticket;

import org.jspecify.annotations.NullMarked;
