package dev.signet.oidc.userinfo;

import dev.signet.accounts.Account;
import dev.signet.clients.Client;

/** A client that requests UserInfo, and the account of its token. */
record UserInfoSubject(Client client, Account account) {}
