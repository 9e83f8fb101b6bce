/**
 * Accounts for operators: the first administrator, recovery of the administrator's password, and the demo account of
 * the dev profile. Has no rules of its own.
 */
@NullMarked
package dev.signet.admin;

import org.jspecify.annotations.NullMarked;
