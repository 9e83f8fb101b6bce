package dev.signet.webhooks;

import dev.signet.support.accounts.Signet;
import dev.signet.support.server.ClientServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Base class of tests with webhooks, which are removed after each test, and the server that receives their events. */
abstract class WebhookFixture {

    private final List<Hook> hooks = new ArrayList<>();
    ClientServer server;

    @BeforeEach
    void start() throws IOException {
        server = ClientServer.start();
    }

    @AfterEach
    void stop() {
        hooks.forEach(Hook::remove);
        server.close();
    }

    /** Creates a webhook whose receiver returns the status. */
    Hook hook(int status, String... types) {
        Hook hook = Hook.receiving(server, status, types);
        remember(hook);
        return hook;
    }

    /** Removes the webhook after the test. */
    void remember(Hook hook) {
        hooks.add(hook);
    }

    /** Creates a role, which is an event. Returns its name. */
    static String createRole() {
        String name = "r" + UUID.randomUUID().toString().substring(0, 8);
        Signet.adminRequest()
                .body(Map.of("name", name))
                .post("/admin/roles")
                .then()
                .statusCode(201);
        return name;
    }
}
