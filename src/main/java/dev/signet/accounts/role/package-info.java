/** Roles that can be assigned to accounts. */
@NullMarked
package dev.signet.accounts.role;

import org.jspecify.annotations.NullMarked;
