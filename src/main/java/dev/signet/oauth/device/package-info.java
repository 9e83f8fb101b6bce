/**
 * Devices without a keyboard (RFC 8628): a device is given two codes, shows the short one to a person and asks with the long one
 * until the person has decided. Shows no page and issues no token itself.
 */
@NullMarked
package dev.signet.oauth.device;

import org.jspecify.annotations.NullMarked;
