package dev.signet.accounts.role;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class RoleResourceTest {

    @Test
    @Journey
    void roleIsCreatedListedAndDeleted() {
        String name = "role-" + UUID.randomUUID();

        create("{\"name\": \"%s\"}".formatted(name))
                .statusCode(201)
                .header("Location", equalTo("/admin/roles/" + name))
                .body("name", equalTo(name));
        create("{\"name\": \"%s\"}".formatted(name)).statusCode(409);
        assertThat(list()).contains(name, "admin").isSorted();

        admin().delete("/admin/roles/{name}", name).then().statusCode(204);
        admin().delete("/admin/roles/{name}", name).then().statusCode(404);
        assertThat(list()).doesNotContain(name);
    }

    @Test
    void assignedAndBuiltInRolesCannotBeDeleted() {
        String name = "role-" + UUID.randomUUID();
        Signet.createUser(name);

        admin().delete("/admin/roles/{name}", name).then().statusCode(409);
        admin().delete("/admin/roles/admin").then().statusCode(409);
        admin().urlEncodingEnabled(false).delete("/admin/roles/%00").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"name\": null}",
                "{\"name\": \"\"}",
                "{\"name\": \"Upper\"}",
                "{\"name\": \"two words\"}",
                "{\"name\": \"-dash\"}",
                "{\"name\": \"nul\\u0000\"}",
                "{\"name\": \"ok\", \"created_at\": \"2020-01-01T00:00:00Z\"}"
            })
    void invalidRoleIsRejected(String body) {
        create(body).statusCode(400);
    }

    private static List<String> list() {
        List<String> names = new ArrayList<>();
        String after = "";
        while (after != null) {
            var page = admin().get("/admin/roles?limit=3" + (after.isEmpty() ? "" : "&after=" + after));
            names.addAll(page.path("items.name"));
            after = page.path("next");
        }
        return names;
    }

    private static ValidatableResponse create(String body) {
        return admin().contentType(ContentType.JSON)
                .body(body)
                .post("/admin/roles")
                .then();
    }

    private static RequestSpecification admin() {
        return Signet.bearer(Signet.admin().access());
    }
}
