package dev.signet.keys.publication;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SignedJwksIT extends SignedJwksTest {}
