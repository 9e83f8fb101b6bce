package dev.signet.oauth.authorize.page;

import io.quarkus.qute.TemplateData;

/** Members of every form: its target, the name of the client, the handle of the request and the CSRF token. */
@TemplateData // otherwise the native binary knows only the members that are arguments of messages
public record PageForm(String action, String client, String transaction, String csrf) {

    @Override
    public String toString() {
        return "PageForm[" + action + "]";
    }
}
