/** Remembers which assertions were shown, across nodes, so that each is good once. */
@NullMarked
package dev.signet.clients.assertion;

import org.jspecify.annotations.NullMarked;
