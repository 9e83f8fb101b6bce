package dev.signet.oidc;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ConformanceIT extends ConformanceTest {}
