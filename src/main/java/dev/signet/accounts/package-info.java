/**
 * Users and service accounts, their passwords and roles. Every path that issues tokens checks the account with {@link
 * dev.signet.accounts.AccountService#findActive} or an equivalent condition in SQL. This package does not depend on
 * tokens or sessions; the packages that have them observe {@link dev.signet.accounts.event.AccessReduced}.
 */
@NullMarked
package dev.signet.accounts;

import org.jspecify.annotations.NullMarked;
