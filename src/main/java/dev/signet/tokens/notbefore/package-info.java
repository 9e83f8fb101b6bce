/** Not-before instants of accounts: sessions whose login was earlier end, and none starts from such a login. */
@NullMarked
package dev.signet.tokens.notbefore;

import org.jspecify.annotations.NullMarked;
