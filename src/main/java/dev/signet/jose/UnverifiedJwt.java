package dev.signet.jose;

/** A string that has the form of a JWT; nothing in it is true yet, so it shows its header only. */
public final class UnverifiedJwt {

    private final String compact;
    private final CompactJws jws;

    private UnverifiedJwt(String compact, CompactJws jws) {
        this.compact = compact;
        this.jws = jws;
    }

    public static UnverifiedJwt parse(String compact) throws JwtRejectedException {
        return new UnverifiedJwt(compact, CompactJws.parse(compact));
    }

    public JwsHeader header() {
        return jws.header();
    }

    String compact() {
        return compact;
    }

    CompactJws jws() {
        return jws;
    }

    @Override
    public String toString() {
        return "UnverifiedJwt";
    }
}
