package dev.signet.oauth.authorize;

/** A parameter of an answer that travels in a form. */
public record HiddenField(String name, String value) {

    @Override
    public String toString() {
        return "HiddenField[" + name + "]";
    }
}
