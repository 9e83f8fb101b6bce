package dev.signet.oauth.authorize.device;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DevicePagesIT extends DevicePagesTest {}
