package dev.signet.accounts;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ImportedLoginIT extends ImportedLoginTest {}
