/** The graceful shutdown of a node, as seen by clients and proxies. */
@NullMarked
package dev.signet.web.shutdown;

import org.jspecify.annotations.NullMarked;
