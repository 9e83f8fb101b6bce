/**
 * Common parts of all pages: layout, stylesheet, theme, languages, content policy, the binding of forms to browsers,
 * and the error page. This package does not know the purpose of any other page.
 */
@NullMarked
package dev.signet.pages;

import org.jspecify.annotations.NullMarked;
