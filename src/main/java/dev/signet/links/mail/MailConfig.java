package dev.signet.links.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How mails are sent; by which server, the settings {@code quarkus.mailer.*} say. */
@ConfigMapping(prefix = "signet.links.mail")
interface MailConfig {

    /** How often it is looked for mails that are to be sent. */
    @WithDefault("PT1S")
    Duration deliveryInterval();

    /** How long handing one mail to the server may take. */
    @WithDefault("PT15S")
    Duration timeout();

    /** How often sending a mail is tried before it is given up. */
    @WithDefault("5")
    int attempts();

    /** How long after the first failure it is tried again; four times as long after each further one, at most an hour. */
    @WithDefault("PT30S")
    Duration retryDelay();
}
