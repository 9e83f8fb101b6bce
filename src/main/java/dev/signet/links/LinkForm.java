package dev.signet.links;

/** What every form of these pages carries: where it goes, and that it comes from our page. */
public record LinkForm(String action, String csrf) {

    @Override
    public String toString() {
        return "LinkForm";
    }
}
