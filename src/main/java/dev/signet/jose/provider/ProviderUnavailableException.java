package dev.signet.jose.provider;

import org.jspecify.annotations.Nullable;

/** Signals a crypto provider that does not load or computes wrong results on this machine. */
public final class ProviderUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with the reason. */
    public ProviderUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
