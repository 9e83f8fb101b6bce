package dev.signet.selfservice.access;

import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.login.LoginConfig;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.pages.Branding;
import jakarta.inject.Singleton;

/** Names of applications for users. The first-party login and the browser have the name of this service. */
@Singleton
final class ApplicationNames {

    private final Clients clients;
    private final LoginConfig login;
    private final BrowserSessions browsers;
    private final Branding branding;

    ApplicationNames(Clients clients, LoginConfig login, BrowserSessions browsers, Branding branding) {
        this.clients = clients;
        this.login = login;
        this.browsers = browsers;
        this.branding = branding;
    }

    /** Returns the name of an application, or its id if the name is unknown or would have to be fetched. */
    String of(String clientId) {
        if (clientId.equals(login.clientId()) || clientId.equals(browsers.clientId())) {
            return branding.getName();
        }
        return clients.requiresFetch(clientId)
                ? clientId
                : clients.find(clientId).map(Client::name).orElse(clientId);
    }
}
