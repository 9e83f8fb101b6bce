package dev.signet.web.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RejectionOrderIT extends RejectionOrderTest {}
