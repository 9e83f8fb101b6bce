package dev.signet.support.mail;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Base class of tests that receive mails: a mail server runs while the tests of the class do. */
public abstract class MailReceiver {

    protected static SmtpSink sink;

    @BeforeAll
    static void startMailServer() {
        sink = SmtpSink.start();
    }

    @AfterAll
    static void stopMailServer() {
        sink.close();
    }
}
