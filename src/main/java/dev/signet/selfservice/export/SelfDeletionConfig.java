package dev.signet.selfservice.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Deletion of accounts by their users. */
@ConfigMapping(prefix = "signet.accounts")
interface SelfDeletionConfig {

    /** Whether users may delete their own account. */
    @WithDefault("false")
    boolean selfDeletion();
}
