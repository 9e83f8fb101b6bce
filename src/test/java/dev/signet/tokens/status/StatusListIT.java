package dev.signet.tokens.status;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class StatusListIT extends StatusListTest {}
