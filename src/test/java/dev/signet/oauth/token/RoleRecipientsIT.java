package dev.signet.oauth.token;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RoleRecipientsIT extends RoleRecipientsTest {}
