/** Names of accounts: usernames, display names and e-mail addresses, with their normalized forms. */
@NullMarked
package dev.signet.accounts.name;

import org.jspecify.annotations.NullMarked;
