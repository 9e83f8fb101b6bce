package dev.signet.webhooks.stream;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static dev.signet.support.oauth.OAuth.tokenRequest;

/** Streams that a test creates, each for a client of its own. */
final class CreatedStreams {

    static final String DISABLED = "https://schemas.openid.net/secevent/risc/event-type/account-disabled";
    static final String REVOKED = "https://schemas.openid.net/secevent/caep/event-type/session-revoked";
    static final String POLL = "urn:ietf:rfc:8936";
    static final String PUSH = "urn:ietf:rfc:8935";

    private final List<StreamReceiver> receivers = new ArrayList<>();

    /** Creates a stream whose events are polled. */
    StreamReceiver polling(String... events) {
        return create(Map.of("delivery", Map.of("method", POLL), "events_requested", List.of(events)));
    }

    /** Creates a stream whose events are pushed to a URL. */
    StreamReceiver pushing(String url, String... events) {
        return create(
                Map.of("delivery", Map.of("method", PUSH, "endpoint_url", url), "events_requested", List.of(events)));
    }

    private StreamReceiver create(Map<String, ?> body) {
        TestClient client = OAuth.machine("ssf.manage");
        String token = token(client, "ssf.manage");
        String id = tryCreate(token, body).then().statusCode(201).extract().path("stream_id");
        StreamReceiver receiver = new StreamReceiver(client, token, id);
        receivers.add(receiver);
        return receiver;
    }

    static Response tryCreate(String token, Map<String, ?> body) {
        return Signet.bearer(token).contentType(ContentType.JSON).body(body).post("/ssf/streams");
    }

    static String token(TestClient client, String scope) {
        return tokenRequest(client).clientCredentials().scope(scope).accessToken();
    }

    void removeAll() {
        receivers.forEach(receiver -> receiver.call().delete("/ssf/streams?stream_id=" + receiver.stream()));
    }

    /** Creates a user whose account is disabled, which is an event. */
    static TestUser disabledUser() {
        TestUser user = Signet.createUser();
        Signet.setEnabled(user.id(), false);
        return user;
    }
}
