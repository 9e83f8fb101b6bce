package dev.signet.admin;

import dev.signet.accounts.AccountService;
import dev.signet.accounts.NewAccount;
import dev.signet.accounts.role.RoleService;
import dev.signet.error.ServiceException;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/** A demo account. The bean exists only in the dev profile and is left out of every other build. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoAccount {

    private static final Logger LOG = Logger.getLogger(DemoAccount.class);
    private static final int AFTER_FIRST_ADMINISTRATOR = 5000;
    private static final String PASSWORD = "demo-password-please";

    private final AccountService accounts;
    private final RoleService roles;

    DemoAccount(AccountService accounts, RoleService roles) {
        this.accounts = accounts;
        this.roles = roles;
    }

    void onStart(@Observes @Priority(AFTER_FIRST_ADMINISTRATOR) StartupEvent event) {
        if (accounts.findByUsername("demo").isEmpty()) {
            createRole();
            accounts.create(NewAccount.user("demo", PASSWORD, "user"), null);
        }
    }

    void onListening(@ObservesAsync HttpServerStart event) {
        String base = "http://localhost:" + event.options().getPort();
        LOG.infof("""
                Try it:

                  curl -s %1$s/auth/login -H 'Content-Type: application/json' -d '{"username":"demo","password":"%2$s"}'
                  curl -s %1$s/auth/me -H "Authorization: Bearer $TOKEN"   # the access_token from above
                  curl -s %1$s/.well-known/jwks.json
                """, base, PASSWORD);
    }

    private void createRole() {
        try {
            roles.create("user", null);
        } catch (ServiceException e) {
            LOG.debug("The role user exists");
        }
    }
}
