/** The sign-in forms that all flows share: password, then second factor. */
@NullMarked
package dev.signet.oauth.authorize.login;

import org.jspecify.annotations.NullMarked;
