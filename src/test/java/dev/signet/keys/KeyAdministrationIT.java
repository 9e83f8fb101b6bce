package dev.signet.keys;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KeyAdministrationIT extends KeyAdministrationTest {}
