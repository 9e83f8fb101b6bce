package dev.signet.oauth.authorize;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DevicePagesIT extends DevicePagesTest {}
