package dev.signet.login;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.database.StatementLog;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Statements of a first-party login. */
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
}
