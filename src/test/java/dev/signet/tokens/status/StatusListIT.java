package dev.signet.tokens.status;

import dev.signet.support.OptionalFeatures;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(OptionalFeatures.class)
class StatusListIT extends StatusListTest {}
