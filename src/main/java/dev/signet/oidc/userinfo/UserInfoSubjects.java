package dev.signet.oidc.userinfo;

import dev.signet.accounts.JoinedAccount;
import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.database.RoundTrip;
import dev.signet.database.RoundTrips;
import dev.signet.database.SqlStatement;
import jakarta.inject.Singleton;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts of access tokens, read in one round trip and cached for a short time, so that repeated requests need no
 * query. A disabled account needs no check here, because disabling it ends its sessions and so invalidates the token.
 */
@Singleton
final class UserInfoSubjects {

    private static final SqlStatement<UUID> READ = SqlStatement.<UUID>of(
                    "select " + JoinedAccount.COLUMNS + " from (select 1 as one) single ")
            .append(JoinedAccount.join(SqlStatement.of("", accountId -> accountId)));

    private final Clients clients;
    private final RoundTrip<UUID> read;
    private final UserInfoSubjectCache cache;

    UserInfoSubjects(Clients clients, RoundTrips roundTrips, UserInfoSubjectCache cache) {
        this.clients = clients;
        this.read = roundTrips.of(List.of(READ));
        this.cache = cache;
    }

    /** Returns the cached account of a token. Waits for nothing. */
    Optional<UserInfoSubject> findCached(UserInfoToken token) {
        return cache.find(token);
    }

    /** Reads the account of a token; returns empty if the client was deleted or the account may not receive tokens. */
    Optional<UserInfoSubject> read(UserInfoToken token) {
        Optional<UserInfoSubject> subject = clients.find(token.clientId())
                .flatMap(client ->
                        read.run(token.accountId(), rows -> rows.next() ? toSubject(client, rows) : Optional.empty()));
        subject.ifPresent(present -> cache.add(token, present));
        return subject;
    }

    private static Optional<UserInfoSubject> toSubject(Client client, ResultSet rows) throws SQLException {
        return JoinedAccount.readActive(rows, 1).map(account -> new UserInfoSubject(client, account));
    }
}
