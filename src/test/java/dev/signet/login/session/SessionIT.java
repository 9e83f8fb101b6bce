package dev.signet.login.session;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SessionIT extends SessionTest {}
