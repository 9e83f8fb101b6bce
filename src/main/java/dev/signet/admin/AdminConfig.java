package dev.signet.admin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;
import java.util.Optional;

/** The first administrator, created when there is no account yet. */
@ConfigMapping(prefix = "signet.admin")
interface AdminConfig {

    /** Username of the first administrator. */
    @WithDefault("admin")
    String username();

    /**
     * Password of the first administrator. Without it, Signet generates a password and writes it to the password file.
     */
    Optional<String> password();

    /** File for the generated password; only its owner may read it. */
    @WithDefault("${signet.database.directory:./data}/admin-password")
    Path passwordFile();
}
