package dev.signet.startup;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jspecify.annotations.Nullable;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The main class of Signet. A failed start ends with one sentence as the last line and with exit code 1. */
@QuarkusMain
public final class Main {

    // Fields, because the log manager may remove an unreferenced logger together with its filter.
    private static final Logger START = Logger.getLogger("io.quarkus.runtime.Application");
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate.orm.connections.pooling");
    private static final Logger HIBERNATE_VERSION = Logger.getLogger("org.hibernate.orm.core");

    public static void main(String... args) {
        if (ImageMode.current() == ImageMode.NATIVE_RUN) {
            MallocLimits.apply();
        }
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            Quarkus.run(args);
            return;
        }
        START.setFilter(Main::isUnexplained);
        HIBERNATE.setFilter(Main::isWarning);
        HIBERNATE_VERSION.setFilter(Main::isWarning);
        Quarkus.run(null, Main::end, args);
    }

    // Keeps the stack traces of failures that no sentence explains.
    private static boolean isUnexplained(LogRecord entry) {
        Throwable failure = entry.getThrown();
        return failure != null && StartFailure.explain(failure).isEmpty();
    }

    // A start can fail before the log levels are configured.
    private static boolean isWarning(LogRecord entry) {
        return entry.getLevel().intValue() >= Level.WARNING.intValue();
    }

    private static void end(int exitCode, @Nullable Throwable failure) {
        if (failure != null) {
            StartFailure.explain(failure).ifPresent(System.err::println);
        }
        System.exit(exitCode);
    }
}
