package dev.signet.oidc.userinfo;

import dev.signet.accounts.Account;
import dev.signet.clients.Client;
import dev.signet.oidc.claims.StandardClaim;

import java.util.Set;

/** Who asks UserInfo, about whom, and what was asked for by name beyond the scope. */
record Person(Client client, Account account, Set<StandardClaim> requested) {}
