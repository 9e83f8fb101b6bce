/**
 * Devices without a keyboard (RFC 8628). A device receives two codes and shows the user code to a user. It polls with
 * the device code until the user has decided. Shows no page and issues no token itself.
 */
@NullMarked
package dev.signet.oauth.device;

import org.jspecify.annotations.NullMarked;
