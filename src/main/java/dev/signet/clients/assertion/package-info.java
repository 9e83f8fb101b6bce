/** Storage of used client assertions for all nodes, so that each is accepted once. */
@NullMarked
package dev.signet.clients.assertion;

import org.jspecify.annotations.NullMarked;
