/** Administration of clients and their secrets, and the removal of expired rows. */
@NullMarked
package dev.signet.clients.administration;

import org.jspecify.annotations.NullMarked;
