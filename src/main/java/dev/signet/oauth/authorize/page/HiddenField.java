package dev.signet.oauth.authorize.page;

/** Parameter of a response that is sent as a form. */
public record HiddenField(String name, String value) {

    @Override
    public String toString() {
        return "HiddenField[" + name + "]";
    }
}
