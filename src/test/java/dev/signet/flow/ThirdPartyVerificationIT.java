package dev.signet.flow;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ThirdPartyVerificationIT extends ThirdPartyVerificationTest {}
