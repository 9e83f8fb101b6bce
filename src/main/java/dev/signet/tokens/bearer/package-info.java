/**
 * Authentication at Signet's own endpoints: access tokens with and without a DPoP proof, tickets, and alternative
 * bearer credentials that other packages store. Access tokens that clients received for users have no roles there.
 */
@NullMarked
package dev.signet.tokens.bearer;

import org.jspecify.annotations.NullMarked;
