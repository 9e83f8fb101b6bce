package dev.signet.apikeys;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ApiKeyUseIT extends ApiKeyUseTest {}
