package dev.signet.webhooks;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class WebhookAdministrationIT extends WebhookAdministrationTest {}
