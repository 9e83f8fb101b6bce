package dev.signet.login.session;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RefreshIT extends RefreshTest {}
