/**
 * The first-party REST login: sign in with a password, a second factor or a link. Every check is delegated to another
 * package.
 */
@NullMarked
package dev.signet.login;

import org.jspecify.annotations.NullMarked;
