package dev.signet.oauth.register;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MetadataDocumentIT extends MetadataDocumentTest {}
