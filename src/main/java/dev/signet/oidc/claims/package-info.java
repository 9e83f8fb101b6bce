/** What clients are told of a person: which claims there are, and who asked for which. */
@NullMarked
package dev.signet.oidc.claims;

import org.jspecify.annotations.NullMarked;
