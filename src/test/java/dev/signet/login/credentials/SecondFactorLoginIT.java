package dev.signet.login.credentials;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SecondFactorLoginIT extends SecondFactorLoginTest {}
