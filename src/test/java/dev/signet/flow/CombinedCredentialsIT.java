package dev.signet.flow;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class CombinedCredentialsIT extends CombinedCredentialsTest {}
