package dev.signet.oauth.revocation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class GlobalRevocationIT extends GlobalRevocationTest {}
