package dev.signet.oidc.logout;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class LogoutIT extends LogoutTest {}
