package dev.signet.oauth.authorize;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RepeatedFormIT extends RepeatedFormTest {}
