/** Account pages for everything that has access to the account: sessions and applications. */
@NullMarked
package dev.signet.selfservice.access;

import org.jspecify.annotations.NullMarked;
