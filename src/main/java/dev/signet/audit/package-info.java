/**
 * The append-only record of security events. Stores and lists them; decides nothing by them.
 */
@NullMarked
package dev.signet.audit;

import org.jspecify.annotations.NullMarked;
