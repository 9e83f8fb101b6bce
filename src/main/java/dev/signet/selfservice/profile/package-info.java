/** The account pages for the profile and for the change of the e-mail address. */
@NullMarked
package dev.signet.selfservice.profile;

import org.jspecify.annotations.NullMarked;
