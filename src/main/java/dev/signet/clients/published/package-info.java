/** Documents that clients publish: fetched when they are needed, kept for a time, asked for anew at intervals. Knows no client. */
@NullMarked
package dev.signet.clients.published;

import org.jspecify.annotations.NullMarked;
