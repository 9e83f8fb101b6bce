/** The account page for the user's data: its export, and the deletion of the account. */
@NullMarked
package dev.signet.selfservice.export;

import org.jspecify.annotations.NullMarked;
