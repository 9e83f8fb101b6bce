package dev.signet.login;

import dev.signet.accounts.AccountService;
import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.authentication.AuthenticatedUser;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.installation.TestInstallation;
import dev.signet.tokens.grant.RequestedAccess;
import dev.signet.tokens.grant.SessionOptions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Changes between a verified password and the session that it opens. */
@QuarkusTest
@OnBothStacks
class LoginServiceTest {

    @Inject
    LoginService logins;

    @Inject
    AccountService accounts;

    @Test
    void concurrentPasswordChangePreventsLogin() {
        TestUser user = Signet.createUser();
        AuthenticatedUser authenticatedUser = new AuthenticatedUser(
                accounts.find(UUID.fromString(user.id())).orElseThrow(),
                new RequestedAccess("signet", List.of(TestInstallation.ISSUER), Scope.ofText("profile")),
                List.of("pwd"),
                Instant.now());
        assertThat(logins.issue(authenticatedUser, SessionOptions.LOGIN).requiredRefreshToken())
                .startsWith("sgr_");

        Signet.adminRequest()
                .body(Map.of("password", "another long passphrase"))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);

        assertThatThrownBy(() -> logins.issue(authenticatedUser, SessionOptions.LOGIN))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS));
    }
}
