package dev.signet.selfservice;

import io.quarkus.qute.TemplateData;

/**
 * The values that every account page shows.
 *
 * @param page the name of the page in the navigation
 * @param notice the message about a completed action; empty if there is none
 * @param csrf the CSRF token of every form on the page
 */
@TemplateData
public record AccountFrame(String username, String page, String notice, String csrf) {

    @Override
    public String toString() {
        return "AccountFrame[" + page + "]";
    }
}
