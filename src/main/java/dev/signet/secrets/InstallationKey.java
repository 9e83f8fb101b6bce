package dev.signet.secrets;

/** The one secret of an installation that is not in its database, as the rooms see it that need not know where it is kept. */
public interface InstallationKey {

    /** A key of 32 bytes for one purpose; different purposes give independent keys. */
    byte[] derive(String purpose);
}
