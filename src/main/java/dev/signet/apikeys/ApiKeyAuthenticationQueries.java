package dev.signet.apikeys;

import dev.signet.accounts.JoinedAccount;
import dev.signet.apikeys.authentication.PresentedApiKey;
import dev.signet.apikeys.authentication.StoredApiKeys;
import dev.signet.clients.Scope;
import dev.signet.database.RoundTrip;
import dev.signet.database.RoundTrips;
import dev.signet.database.SqlStatement;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of API keys for authentication. */
@Singleton
class ApiKeyAuthenticationQueries implements StoredApiKeys {

    private static final String SELECT_COLUMNS =
            "select id, scope, audience, roles, issued_at, expires_at, session_id, last_used_at, account_id";
    // A union instead of one condition with "or", for which H2 would read the whole table.
    private static final SqlStatement<byte[]> READ = SqlStatement.<byte[]>of(
                    "select presented.id, presented.scope, presented.audience, presented.roles,"
                            + " presented.issued_at, presented.expires_at, presented.former_end, presented.session_id,"
                            + " presented.last_used_at, " + JoinedAccount.COLUMNS + " from ("
                            + SELECT_COLUMNS + ", cast(null as timestamp with time zone) as former_end from api_key")
            .append(" where secret_hash = ", hash -> hash)
            .append(" and revoked_at is null union all " + SELECT_COLUMNS
                    + ", former_expires_at as former_end from api_key")
            .append(" where former_hash = ", hash -> hash)
            .append(" and revoked_at is null) presented ")
            .append(JoinedAccount.join(SqlStatement.of("presented.account_id")));
    private static final int FIRST_OF_ACCOUNT = 10;

    private final EntityManager entityManager;
    private final RoundTrip<byte[]> read;

    ApiKeyAuthenticationQueries(EntityManager entityManager, RoundTrips roundTrips) {
        this.entityManager = entityManager;
        this.read = roundTrips.of(List.of(READ));
    }

    @Override
    public Optional<PresentedApiKey> find(byte[] hash) {
        return read.run(hash, rows -> rows.next() ? findKey(rows) : Optional.empty());
    }

    private static Optional<PresentedApiKey> findKey(ResultSet rows) throws SQLException {
        // The columns are read before the account, which moves to the last row.
        UUID id = rows.getObject(1, UUID.class);
        Scope scope = Scope.ofText(rows.getString(2));
        String audience = rows.getString(3);
        String roles = rows.getString(4);
        Instant issuedAt = rows.getObject(5, OffsetDateTime.class).toInstant();
        Instant end = earlier(instant(rows, 6), instant(rows, 7));
        UUID sessionId = rows.getObject(8, UUID.class);
        Instant lastUsedAt = instant(rows, 9);
        return JoinedAccount.readActive(rows, FIRST_OF_ACCOUNT)
                .map(owner ->
                        new PresentedApiKey(id, scope, audience, roles, issuedAt, end, sessionId, lastUsedAt, owner));
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<UUID> changedSince(long version) {
        return entityManager
                .createNativeQuery("select id from api_key where version > :version", UUID.class)
                .setParameter("version", version)
                .getResultList();
    }

    @Override
    public void recordUse(UUID id) {
        entityManager
                .createNativeQuery("update api_key set last_used_at = current_timestamp where id = :id"
                        + " and (last_used_at is null or last_used_at <= current_timestamp - interval '1' minute)")
                .setParameter("id", id)
                .executeUpdate();
    }

    private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
