/** The append-only record of security events. Stores and lists them, and bases no decision on them. */
@NullMarked
package dev.signet.audit;

import org.jspecify.annotations.NullMarked;
