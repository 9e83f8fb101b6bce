package dev.signet.web.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RefusalOrderIT extends RefusalOrderTest {}
