package dev.signet.flow;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class CompromiseDrillIT extends CompromiseDrillTest {}
