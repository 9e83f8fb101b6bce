package dev.signet.accounts.password;

import dev.signet.accounts.password.argon2.Argon2Choice;
import dev.signet.error.SettingsCheck;
import jakarta.inject.Singleton;

/** Validates that the configured implementation of Argon2id can be used on this machine. */
@Singleton
final class Argon2Check implements SettingsCheck {

    private final PasswordConfig config;

    Argon2Check(PasswordConfig config) {
        this.config = config;
    }

    @Override
    public void check() {
        Argon2Choice.of(config.argon2(), config.memoryKib());
    }
}
