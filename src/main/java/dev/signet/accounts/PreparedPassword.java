package dev.signet.accounts;

/** A new password that was validated and hashed before the transaction that sets it began. */
public final class PreparedPassword {

    private final String hash;

    PreparedPassword(String hash) {
        this.hash = hash;
    }

    String hash() {
        return hash;
    }

    @Override
    public String toString() {
        return "PreparedPassword";
    }
}
