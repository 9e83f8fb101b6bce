/**
 * People and service accounts, their passwords and roles, and the one question every path that issues anything asks: may
 * this account receive tokens? Knows no token and no session; whoever does observes {@link dev.signet.accounts.AccessReduced}.
 */
@NullMarked
package dev.signet.accounts;

import org.jspecify.annotations.NullMarked;
