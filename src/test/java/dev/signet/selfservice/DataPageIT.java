package dev.signet.selfservice;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DataPageIT extends DataPageTest {}
