package dev.signet.links.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class InterruptedLoginIT extends InterruptedLoginTest {}
