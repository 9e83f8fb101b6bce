/**
 * Users and service accounts, their passwords and roles. {@link dev.signet.accounts.AccountService#mayReceiveTokens} is
 * the one check that every path that issues tokens makes. This package does not depend on tokens or sessions; the
 * packages that have them observe {@link dev.signet.accounts.AccessReduced}.
 */
@NullMarked
package dev.signet.accounts;

import org.jspecify.annotations.NullMarked;
