package dev.signet.tokens.notbefore;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class NotBeforeIT extends NotBeforeTest {}
