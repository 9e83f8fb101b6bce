package dev.signet.webhooks.stream;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class StreamConfigurationIT extends StreamConfigurationTest {}
