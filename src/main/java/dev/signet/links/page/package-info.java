/** The pages on which users request links and use them. */
@NullMarked
package dev.signet.links.page;

import org.jspecify.annotations.NullMarked;
