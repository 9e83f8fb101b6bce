package dev.signet.admin;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DemoAccountIT extends DemoAccountTest {}
