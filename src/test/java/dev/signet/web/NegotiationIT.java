package dev.signet.web;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class NegotiationIT extends NegotiationTest {}
