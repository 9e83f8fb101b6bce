package dev.signet.links.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Delivery of mails. The settings {@code quarkus.mailer.*} configure the mail server. */
@ConfigMapping(prefix = "signet.links.mail")
interface MailConfig {

    /** Interval at which a node looks for mails to send. */
    @WithDefault("PT1S")
    Duration deliveryInterval();

    /** Timeout for sending one mail to the mail server. */
    @WithDefault("PT15S")
    Duration timeout();

    /** Maximum number of attempts to send a mail. */
    @WithDefault("5")
    int attempts();

    /** Delay of the second attempt. Each further delay is four times as long, at most one hour. */
    @WithDefault("PT30S")
    Duration retryDelay();
}
