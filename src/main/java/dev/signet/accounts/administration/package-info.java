/** Administration of accounts over HTTP. */
@NullMarked
package dev.signet.accounts.administration;

import org.jspecify.annotations.NullMarked;
