package dev.signet.web.paging;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ListParametersIT extends ListParametersTest {}
