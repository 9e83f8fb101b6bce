/** Pages of lists: their parameters, cursors and form. */
@NullMarked
package dev.signet.web.paging;

import org.jspecify.annotations.NullMarked;
