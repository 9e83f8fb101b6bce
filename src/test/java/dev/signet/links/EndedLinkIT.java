package dev.signet.links;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class EndedLinkIT extends EndedLinkTest {}
