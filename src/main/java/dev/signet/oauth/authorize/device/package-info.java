/** The pages on which a user connects a device that shows a code (RFC 8628 §3.3). */
@NullMarked
package dev.signet.oauth.authorize.device;

import org.jspecify.annotations.NullMarked;
