package dev.signet.links.email;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class EmailChangeIT extends EmailChangeTest {}
