package dev.signet.web.body;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MalformedFormsIT extends MalformedFormsTest {}
