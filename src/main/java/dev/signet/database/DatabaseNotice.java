package dev.signet.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** A log message at the start that names the database and its durability. */
@ApplicationScoped
final class DatabaseNotice {

    private static final Logger LOG = Logger.getLogger(DatabaseNotice.class);

    private final String url;

    DatabaseNotice(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.url = url;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (url.startsWith("jdbc:h2:")) {
            LOG.warn("Embedded database (H2): for evaluation and small installations. It survives a crash of"
                    + " the process, but not a power failure. For production, set"
                    + " QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://…");
        } else {
            LOG.info("Database: PostgreSQL");
        }
    }
}
