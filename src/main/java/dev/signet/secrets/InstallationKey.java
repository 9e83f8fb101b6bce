package dev.signet.secrets;

/** The only secret of an installation outside its database, for packages that need not know where it is stored. */
public interface InstallationKey {

    /** Derives a key of 32 bytes for one purpose; keys for different purposes are independent. */
    byte[] derive(String purpose);
}
