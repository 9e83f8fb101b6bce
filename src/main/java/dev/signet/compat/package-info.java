/**
 * The wire formats of libraries that Signet takes over from, each switched on by itself: thin, over the services the first-party
 * login has. No rules of its own.
 */
@NullMarked
package dev.signet.compat;

import org.jspecify.annotations.NullMarked;
