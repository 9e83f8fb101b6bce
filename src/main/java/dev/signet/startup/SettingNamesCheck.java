package dev.signet.startup;

import dev.signet.error.Settings;
import dev.signet.error.SettingsCheck;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Rejects unknown names that begin with {@code signet.} or {@code SIGNET_}, in every source of settings. */
@Singleton
final class SettingNamesCheck implements SettingsCheck {

    private static final Pattern PROFILE = Pattern.compile("^%[^.]+\\.");
    private static final String SERVICE_HOST_SUFFIX = "_SERVICE_HOST";
    private static final Pattern SERVICE_VARIABLE =
            Pattern.compile("SERVICE_PORT(_.+)?|PORT|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?|SERVICE_HOST");

    private final Config config;

    SettingNamesCheck(Config config) {
        this.config = config;
    }

    @Override
    public void check() {
        SettingNames names = SettingNames.read();
        for (ConfigSource source : config.getConfigSources()) {
            Set<String> set = new TreeSet<>(source.getPropertyNames());
            for (String name : set) {
                check(names, name, set, source.getName());
            }
        }
    }

    private static void check(SettingNames names, String name, Set<String> all, String source) {
        String plain = PROFILE.matcher(name).replaceFirst("");
        // Quarkus adds a name such as signet.port to each variable such as SIGNET_PORT, which is validated by itself.
        boolean derived = all.contains(Settings.variable(plain));
        if (plain.startsWith("signet.") && !derived && !names.hasName(plain) && !isForTests(plain)) {
            throw new ConfigurationException(names.unknown(plain, source));
        }
        if (name.startsWith("SIGNET_") && !names.hasVariable(name) && !isOfKubernetesService(name, all)) {
            throw new ConfigurationException(names.unknownVariable(name));
        }
    }

    /**
     * Returns true if Kubernetes sets the variable for a Service, such as {@code SIGNET_PORT_8080_TCP} for the Service
     * {@code signet}. Each Service has a variable with its host; only variables of such a Service match.
     */
    static boolean isOfKubernetesService(String name, Set<String> all) {
        return all.stream()
                .filter(host -> host.startsWith("SIGNET") && host.endsWith(SERVICE_HOST_SUFFIX))
                .map(host -> host.substring(0, host.length() - SERVICE_HOST_SUFFIX.length() + 1))
                .filter(name::startsWith)
                .anyMatch(prefix -> SERVICE_VARIABLE
                        .matcher(name.substring(prefix.length()))
                        .matches());
    }

    // System properties by which the build configures the tests.
    private static boolean isForTests(String name) {
        return LaunchMode.current() == LaunchMode.TEST && name.startsWith("signet.test.");
    }
}
