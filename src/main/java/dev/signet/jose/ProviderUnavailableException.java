package dev.signet.jose;

import org.jspecify.annotations.Nullable;

/** Signals a crypto provider that does not load or computes wrong results on this machine. */
final class ProviderUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    ProviderUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
