package dev.signet.login;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TicketIT extends TicketTest {}
