package dev.signet.login.passkeys;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PasskeyLoginIT extends PasskeyLoginTest {}
