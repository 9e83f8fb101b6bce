/** The sender of a request: the IP address behind trusted proxies, user agent and language. */
@NullMarked
package dev.signet.web.caller;

import org.jspecify.annotations.NullMarked;
