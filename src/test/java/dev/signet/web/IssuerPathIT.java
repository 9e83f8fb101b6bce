package dev.signet.web;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class IssuerPathIT extends IssuerPathTest {}
