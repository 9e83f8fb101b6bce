package dev.signet.links.page;

/** The target and the CSRF token of a form on the pages of links. */
public record LinkForm(String action, String csrf) {

    @Override
    public String toString() {
        return "LinkForm";
    }
}
