package dev.signet.oauth.authorize;

/** Members of every form: its target, the name of the client, the handle of the request and the CSRF token. */
public record PageForm(String action, String client, String transaction, String csrf) {

    @Override
    public String toString() {
        return "PageForm[" + action + "]";
    }
}
