package dev.signet.accounts.imports;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AccountImportIT extends AccountImportTest {}
