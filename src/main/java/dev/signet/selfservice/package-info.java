/**
 * The pages on which users manage their own account: the start page, sign-in, the frame of every page and the overview.
 * The subpackages contain the other pages. Every action calls the service that also processes the REST request.
 */
@NullMarked
package dev.signet.selfservice;

import org.jspecify.annotations.NullMarked;
