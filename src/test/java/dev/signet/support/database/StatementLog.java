package dev.signet.support.database;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.resource.jdbc.spi.StatementInspector;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The statements that Hibernate executes while a test runs an action. */
@ApplicationScoped
@PersistenceUnitExtension
public class StatementLog implements StatementInspector {

    private static final long serialVersionUID = 1;

    private final transient Queue<String> statements = new ConcurrentLinkedQueue<>();
    private volatile boolean recording;

    @Override
    public String inspect(String sql) {
        if (recording) {
            statements.add(sql);
        }
        return sql;
    }

    /** Runs an action and returns the statements that were executed meanwhile, those of background jobs included. */
    public List<String> during(Runnable action) {
        statements.clear();
        recording = true;
        try {
            action.run();
        } finally {
            recording = false;
        }
        return List.copyOf(statements);
    }
}
