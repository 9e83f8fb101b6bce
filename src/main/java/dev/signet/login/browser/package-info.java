/**
 * Who is logged in at the pages of this service, browser by browser: a cookie, and a row that both limits of time and the
 * account's owner can end. Shows no page and asks for no password.
 */
@NullMarked
package dev.signet.login.browser;

import org.jspecify.annotations.NullMarked;
