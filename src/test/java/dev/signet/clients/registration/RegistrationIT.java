package dev.signet.clients.registration;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RegistrationIT extends RegistrationTest {}
