package dev.signet.oauth.authorize;

/** What every form of a step carries: where it goes, which request it is for, and that it comes from our page. */
public record PageForm(String action, String client, String transaction, String csrf) {

    @Override
    public String toString() {
        return "PageForm[" + action + "]";
    }
}
