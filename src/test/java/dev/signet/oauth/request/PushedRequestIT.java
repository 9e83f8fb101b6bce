package dev.signet.oauth.request;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PushedRequestIT extends PushedRequestTest {}
