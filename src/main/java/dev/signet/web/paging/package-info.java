/** Pages of lists: their parameters, queries, cursors and form. */
@NullMarked
package dev.signet.web.paging;

import org.jspecify.annotations.NullMarked;
