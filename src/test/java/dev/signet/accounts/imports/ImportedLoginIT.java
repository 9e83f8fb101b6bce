package dev.signet.accounts.imports;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ImportedLoginIT extends ImportedLoginTest {}
