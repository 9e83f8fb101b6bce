package dev.signet.links.request;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SelfRegistrationIT extends SelfRegistrationTest {}
