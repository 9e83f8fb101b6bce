package dev.signet.selfservice;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SelfDeletionIT extends SelfDeletionTest {}
