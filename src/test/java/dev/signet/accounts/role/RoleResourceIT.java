package dev.signet.accounts.role;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RoleResourceIT extends RoleResourceTest {}
