package dev.signet.clients;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ClientResourceIT extends ClientResourceTest {}
