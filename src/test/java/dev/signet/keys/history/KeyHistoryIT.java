package dev.signet.keys.history;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KeyHistoryIT extends KeyHistoryTest {}
