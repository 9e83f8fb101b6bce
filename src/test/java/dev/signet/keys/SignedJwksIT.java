package dev.signet.keys;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SignedJwksIT extends SignedJwksTest {}
