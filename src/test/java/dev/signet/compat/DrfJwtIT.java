package dev.signet.compat;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DrfJwtIT extends DrfJwtTest {}
