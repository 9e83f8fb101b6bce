/**
 * Common parts of all pages: layout, stylesheet, theme, languages, content policy, and the error page. This package
 * does not know the purpose of any other page.
 */
@NullMarked
package dev.signet.pages;

import org.jspecify.annotations.NullMarked;
