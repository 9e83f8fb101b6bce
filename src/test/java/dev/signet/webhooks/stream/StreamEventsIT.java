package dev.signet.webhooks.stream;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class StreamEventsIT extends StreamEventsTest {}
