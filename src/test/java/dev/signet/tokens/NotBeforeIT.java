package dev.signet.tokens;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class NotBeforeIT extends NotBeforeTest {}
