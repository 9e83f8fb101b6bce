/** Mails to send: stored with their cause, then written, sent and deleted. Does not depend on links. */
@NullMarked
package dev.signet.links.mail;

import org.jspecify.annotations.NullMarked;
