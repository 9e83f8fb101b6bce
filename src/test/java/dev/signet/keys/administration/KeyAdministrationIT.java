package dev.signet.keys.administration;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KeyAdministrationIT extends KeyAdministrationTest {}
