/** The endpoints where clients register themselves (RFC 7591) and manage their registration (RFC 7592); the rules are the room clients'. */
@NullMarked
package dev.signet.oauth.register;

import org.jspecify.annotations.NullMarked;
