/**
 * Authorization requests between pages: each is stored at its step and bound to the browser and to the form that it was
 * shown. Owns the table of transactions.
 */
@NullMarked
package dev.signet.oauth.authorize.transaction;

import org.jspecify.annotations.NullMarked;
