package dev.signet.keys;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class JwksIT extends JwksTest {}
