package dev.signet.login;

import dev.signet.support.accounts.PasskeyDevice;
import dev.signet.support.accounts.PasskeyRequests;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.database.StatementLog;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Statements of a first-party login: how many there are, and that they do not depend on secret facts. */
@QuarkusTest
@OnBothStacks
class LoginStatementsTest {

    @Inject
    @PersistenceUnitExtension
    StatementLog statements;

    @Test
    void loginUpdatesAccountOnce() {
        TestUser user = Signet.createUser();

        assertThat(statements.during(user::login))
                .filteredOn(sql -> sql.startsWith("update account "))
                .singleElement()
                .satisfies(sql -> assertThat(sql).contains("last_login_at").contains("version"));
    }

    @Test
    void unknownPasskeyCostsTheSameStatements() {
        PasskeyDevice known = PasskeyDevice.create();
        PasskeyRequests.register(Signet.createUser().login(), known);
        known.flags = PasskeyDevice.USER_PRESENT;
        PasskeyDevice unknown = PasskeyDevice.create();
        unknown.userHandle = new byte[16];

        List<String> expected = passkeyStatements(() -> PasskeyRequests.login(known));

        assertThat(expected).isNotEmpty();
        assertThat(passkeyStatements(() -> PasskeyRequests.login(unknown))).isEqualTo(expected);
    }

    private List<String> passkeyStatements(Runnable login) {
        return statements.during(login).stream()
                .filter(sql -> sql.contains("passkey") || sql.contains("account"))
                .toList();
    }
}
