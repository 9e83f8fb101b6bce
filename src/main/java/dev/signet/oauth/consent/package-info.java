/** Consents of users to clients: stored, listed, revoked. Shows no page. */
@NullMarked
package dev.signet.oauth.consent;

import org.jspecify.annotations.NullMarked;
