/** Initial access tokens: what administrators hand out so that a client may register itself. Knows no client. */
@NullMarked
package dev.signet.clients.initial;

import org.jspecify.annotations.NullMarked;
