/** The user's own password and second factors over REST. */
@NullMarked
package dev.signet.login.credentials;

import org.jspecify.annotations.NullMarked;
