package dev.signet.keys;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KeyHistoryIT extends KeyHistoryTest {}
