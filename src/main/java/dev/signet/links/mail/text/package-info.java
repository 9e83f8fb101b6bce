/** The texts of mails in the languages of users. Creates the link that a mail contains. */
@NullMarked
package dev.signet.links.mail.text;

import org.jspecify.annotations.NullMarked;
