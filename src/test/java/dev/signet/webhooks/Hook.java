package dev.signet.webhooks;

import dev.signet.support.accounts.Signet;
import dev.signet.support.server.ClientServer;
import dev.signet.support.server.ClientServer.Received;
import io.restassured.response.Response;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.Polling.await;

/** A webhook of one test, with its receiving server. */
record Hook(String id, ClientServer server, String path) {

    static Hook receiving(ClientServer server, int status, String... types) {
        String path = "/hooks/" + UUID.randomUUID();
        server.respondWith(path, status, "");
        return new Hook(
                create(server.url(path), types).then().statusCode(201).extract().path("id"), server, path);
    }

    static Response create(String url, String... types) {
        return Signet.adminRequest()
                .body(Map.of("url", url, "event_types", List.of(types)))
                .post("/admin/webhooks");
    }

    String url() {
        return server.url(path);
    }

    void respond(int status, String body) {
        server.respondWith(path, status, body);
    }

    Received received() {
        return server.next(path);
    }

    SecurityEventToken nextToken() {
        return SecurityEventToken.verified(received().body(), url());
    }

    void remove() {
        Signet.adminRequest().delete("/admin/webhooks/" + id).then().statusCode(204);
    }

    /** Returns the newest delivery after it has reached the given state. */
    Map<String, Object> delivery(String status) {
        List<Map<String, Object>> items = await().alias("a delivery that is " + status)
                .until(
                        () -> Signet.adminRequest()
                                .get("/admin/webhooks/" + id + "/deliveries?limit=1&status=" + status)
                                .then()
                                .statusCode(200)
                                .extract()
                                .path("items"),
                        found -> !found.isEmpty());
        return items.get(0);
    }
}
