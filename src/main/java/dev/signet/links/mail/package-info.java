/** Mails that are to be sent: noted with whatever causes them, written and sent afterwards, forgotten then. Knows no link. */
@NullMarked
package dev.signet.links.mail;

import org.jspecify.annotations.NullMarked;
