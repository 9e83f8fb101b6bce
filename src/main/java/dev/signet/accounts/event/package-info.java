/** Changes of accounts, fired inside the transaction of the change; packages that act on a change observe them. */
@NullMarked
package dev.signet.accounts.event;

import org.jspecify.annotations.NullMarked;
