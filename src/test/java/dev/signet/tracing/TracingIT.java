package dev.signet.tracing;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TracingIT extends TracingTest {}
