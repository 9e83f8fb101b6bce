package dev.signet.clients.administration;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ClientResourceIT extends ClientResourceTest {}
