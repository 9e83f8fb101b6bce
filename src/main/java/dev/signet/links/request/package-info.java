/** Requests for links: accepted alike whether or not the account exists, stored, and processed in the background. */
@NullMarked
package dev.signet.links.request;

import org.jspecify.annotations.NullMarked;
