package dev.signet.login.authentication;

import dev.signet.error.ServiceException;
import dev.signet.web.meters.EnumMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

import java.util.function.Supplier;

/** Counters of the authentications at a login, by what the user presented and by the outcome. */
@Singleton
@Startup
final class LoginCounters {

    /** What the user presented last. */
    enum Method {
        PASSWORD,
        LINK,
        SECOND_FACTOR,
        PASSKEY
    }

    /** The outcome of one authentication. */
    enum Outcome {
        SUCCEEDED,
        /** The credentials are wrong or no longer valid. */
        FAILED,
        /** The first factor is right and the second one is missing. */
        SECOND_FACTOR_REQUIRED,
        THROTTLED,
        /** Not decided, because of an outage, an overload or a token that would be too long. */
        ERROR;

        private static Outcome of(ServiceException rejection) {
            return switch (rejection.code()) {
                case INVALID_CREDENTIALS, INVALID_GRANT -> FAILED;
                case OTP_REQUIRED -> SECOND_FACTOR_REQUIRED;
                case TOO_MANY_ATTEMPTS -> THROTTLED;
                default -> ERROR;
            };
        }
    }

    private final EnumMeters<Method, EnumMeters<Outcome, Counter>> counters;

    LoginCounters(MeterRegistry meters) {
        this.counters = new EnumMeters<>(Method.class, method -> byOutcome(meters, method));
    }

    private static EnumMeters<Outcome, Counter> byOutcome(MeterRegistry meters, Method method) {
        return new EnumMeters<>(
                Outcome.class,
                outcome -> Counter.builder("signet_logins")
                        .description("Authentications at a login, over REST and on pages")
                        .tag("method", EnumMeters.label(method))
                        .tag("outcome", EnumMeters.label(outcome))
                        .register(meters));
    }

    /** Runs an authentication and counts its outcome. */
    AuthenticatedUser count(Method method, Supplier<AuthenticatedUser> authentication) {
        Outcome outcome = Outcome.ERROR;
        try {
            AuthenticatedUser user = authentication.get();
            outcome = Outcome.SUCCEEDED;
            return user;
        } catch (ServiceException rejection) {
            outcome = Outcome.of(rejection);
            throw rejection;
        } finally {
            counters.get(method).get(outcome).increment();
        }
    }
}
