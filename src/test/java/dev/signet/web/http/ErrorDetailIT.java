package dev.signet.web.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ErrorDetailIT extends ErrorDetailTest {}
