package dev.signet.tokens.status;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(ListsOn.class)
class StatusListIT extends StatusListTest {}
