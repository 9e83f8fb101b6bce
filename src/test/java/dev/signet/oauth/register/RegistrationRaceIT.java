package dev.signet.oauth.register;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RegistrationRaceIT extends RegistrationRaceTest {}
