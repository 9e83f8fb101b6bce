/**
 * What pages for people have in common: layout, stylesheet, theme, languages, content policy, and the error page. Knows nothing
 * of what any page is for.
 */
@NullMarked
package dev.signet.pages;

import org.jspecify.annotations.NullMarked;
