package dev.signet.selfservice;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SecurityPageIT extends SecurityPageTest {}
