package dev.signet.oauth.code;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class CodeCleanUpTest {

    @Inject
    AuthorizationCodes codes;

    @Inject
    DataSource database;

    @Test
    void expiredCodesAreRemovedAndUsedOnesLater() throws SQLException {
        TestClient web = IssuedCode.webClient();
        TestUser unused = Signet.createUser();
        TestUser used = Signet.createUser();
        IssuedCode.of(codes, web, unused, "openid");
        IssuedCode.of(codes, web, used, "openid").redeem().then().statusCode(200);
        assertThat(rowsOf(unused) + rowsOf(used)).isEqualTo(2);

        age(unused);
        age(used);
        Sweep.table("authorization_code");

        assertThat(rowsOf(unused)).isZero();
        assertThat(rowsOf(used)).isEqualTo(1);
    }

    // Two minutes: longer than the time to live of a code, shorter than the retention of a used code.
    private void age(TestUser user) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("update authorization_code set"
                        + " remove_after = remove_after - interval '2' minute where account_id = ?")) {
            update.setObject(1, UUID.fromString(user.id()));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private int rowsOf(TestUser user) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from authorization_code where account_id = ?")) {
            query.setObject(1, UUID.fromString(user.id()));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
