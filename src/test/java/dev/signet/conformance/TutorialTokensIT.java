package dev.signet.conformance;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TutorialTokensIT extends TutorialTokensTest {}
