package dev.signet.web;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ErrorDetailIT extends ErrorDetailTest {}
