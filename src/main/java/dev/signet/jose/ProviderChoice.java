package dev.signet.jose;

import dev.signet.jose.provider.AccpPrimitives;
import dev.signet.jose.provider.JdkPrimitives;
import dev.signet.jose.provider.Primitives;
import dev.signet.jose.provider.ProviderUnavailableException;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The provider that computes signatures in this process, the reason for its choice, and whether it is a fallback. */
record ProviderChoice(Primitives primitives, String description, boolean fallback) {

    static ProviderChoice of(JoseConfig.Provider configured) {
        return switch (configured) {
            case JDK -> jdk("because signet.jose.provider is jdk", false);
            case ACCP -> requiredAccp();
            case AUTO -> detect();
        };
    }

    private static ProviderChoice requiredAccp() {
        try {
            return accp();
        } catch (ProviderUnavailableException e) {
            throw new ConfigurationException(
                    "signet.jose.provider (environment variable SIGNET_JOSE_PROVIDER) is accp, but AWS-LC is"
                            + " not available: " + e.getMessage(),
                    e);
        }
    }

    private static ProviderChoice detect() {
        try {
            return accp();
        } catch (ProviderUnavailableException e) {
            return jdk("because AWS-LC is not available: " + e.getMessage(), true);
        }
    }

    private static ProviderChoice accp() throws ProviderUnavailableException {
        AccpPrimitives accp = AccpPrimitives.load();
        SignatureSelfTest.check(new KeyCodec(accp));
        return new ProviderChoice(accp, "Signatures are computed by " + accp.version(), false);
    }

    private static ProviderChoice jdk(String reason, boolean fallback) {
        JdkPrimitives jdk = new JdkPrimitives();
        try {
            SignatureSelfTest.check(new KeyCodec(jdk));
        } catch (ProviderUnavailableException e) {
            throw new IllegalStateException("the JDK cannot compute signatures: " + e.getMessage(), e);
        }
        return new ProviderChoice(jdk, "Signatures are computed by the JDK, " + reason, fallback);
    }
}
