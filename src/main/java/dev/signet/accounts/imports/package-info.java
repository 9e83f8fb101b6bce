/** The import of accounts over HTTP, line by line. */
@NullMarked
package dev.signet.accounts.imports;

import org.jspecify.annotations.NullMarked;
