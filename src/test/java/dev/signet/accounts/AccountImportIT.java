package dev.signet.accounts;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AccountImportIT extends AccountImportTest {}
