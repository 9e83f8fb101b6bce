package dev.signet.web.caller;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TrustedProxyIT extends TrustedProxyTest {}
