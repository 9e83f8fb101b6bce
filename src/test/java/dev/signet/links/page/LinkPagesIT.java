package dev.signet.links.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class LinkPagesIT extends LinkPagesTest {}
