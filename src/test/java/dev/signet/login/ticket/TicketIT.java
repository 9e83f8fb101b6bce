package dev.signet.login.ticket;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TicketIT extends TicketTest {}
