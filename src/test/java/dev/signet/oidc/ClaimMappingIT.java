package dev.signet.oidc;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ClaimMappingIT extends ClaimMappingTest {}
