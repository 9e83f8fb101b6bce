package dev.signet.docs;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ExampleRegistrationIT extends ExampleRegistrationTest {}
