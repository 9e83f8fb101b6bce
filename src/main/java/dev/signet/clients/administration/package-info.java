/** Administration of clients and their secrets. */
@NullMarked
package dev.signet.clients.administration;

import org.jspecify.annotations.NullMarked;
