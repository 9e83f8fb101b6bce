/** What this authorization server says of itself (RFC 8414), asked of those who do it. */
@NullMarked
package dev.signet.oauth.metadata;

import org.jspecify.annotations.NullMarked;
