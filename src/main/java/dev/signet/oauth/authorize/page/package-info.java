/** Templates of the authorization and device pages, their texts and values. */
@NullMarked
package dev.signet.oauth.authorize.page;

import org.jspecify.annotations.NullMarked;
