/** Initial access tokens, which administrators issue so that a client can register itself. Independent of clients. */
@NullMarked
package dev.signet.clients.initial;

import org.jspecify.annotations.NullMarked;
