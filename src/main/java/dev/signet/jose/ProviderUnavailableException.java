package dev.signet.jose;

import org.jspecify.annotations.Nullable;

/** A crypto provider that does not load or does not compute what it should on this machine. */
final class ProviderUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    ProviderUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
