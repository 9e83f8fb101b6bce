package dev.signet.oidc.userinfo;

import dev.signet.accounts.Account;
import dev.signet.clients.Client;

/** The client that asks UserInfo, and the account it asks about. */
record Person(Client client, Account account) {}
