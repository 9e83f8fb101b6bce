package dev.signet.tokens.status.publication;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class StatusListsOffIT extends StatusListsOffTest {}
