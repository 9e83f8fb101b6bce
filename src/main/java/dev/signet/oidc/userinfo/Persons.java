package dev.signet.oidc.userinfo;

import dev.signet.accounts.JoinedAccount;
import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.database.RoundTrip;
import dev.signet.database.RoundTrips;
import jakarta.inject.Singleton;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Reads the account of a token in one round trip, and caches it for a moment: a client that asks
 * again and again costs nothing. That an account is disabled need not be seen here: it ends the session, and so refuses the token.
 */
@Singleton
final class Persons {

    private static final String READ =
            "select " + JoinedAccount.COLUMNS + " from (select 1 as one) single " + JoinedAccount.join("?");

    private final Clients clients;
    private final RoundTrip read;
    private final RecentPersons recent;

    Persons(Clients clients, RoundTrips roundTrips, RecentPersons recent) {
        this.clients = clients;
        this.read = roundTrips.of(READ);
        this.recent = recent;
    }

    /** Whoever was read a moment ago. Waits for nothing. */
    Optional<Person> remembered(PersonToken token) {
        return recent.find(token);
    }

    /** The person, unless the client is gone or the account may not receive tokens any more. */
    Optional<Person> read(PersonToken token) {
        Optional<Person> person = clients.find(token.clientId())
                .flatMap(client -> read.run(
                        List.of(token.accountId()), rows -> rows.next() ? person(client, rows) : Optional.empty()));
        person.ifPresent(present -> recent.add(token, present));
        return person;
    }

    private static Optional<Person> person(Client client, ResultSet rows) throws SQLException {
        return JoinedAccount.mayReceiveTokens(rows, 1).map(account -> new Person(client, account));
    }
}
