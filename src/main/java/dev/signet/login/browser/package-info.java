/**
 * Browser sessions on the pages of this service: a cookie, and a row that an idle limit, an absolute limit or the user
 * ends. Shows no page and does not verify passwords.
 */
@NullMarked
package dev.signet.login.browser;

import org.jspecify.annotations.NullMarked;
