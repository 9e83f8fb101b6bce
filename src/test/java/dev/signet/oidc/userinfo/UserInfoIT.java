package dev.signet.oidc.userinfo;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class UserInfoIT extends UserInfoTest {}
