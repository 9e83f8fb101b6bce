package dev.signet.tokens.status;

import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** Queries of the table of status lists. */
@ApplicationScoped
class StatusListRepository implements PanacheRepositoryBase<StoredStatusList, Long>, ExpiringTable {

    private static final String TABLE = "status_list";

    /** Finds the oldest list with free blocks; null if there is none. */
    @Nullable
    StoredStatusList open(int blocks, Instant now) {
        return find("nextBlock < ?1 and closesAt > ?2 order by id", blocks, now)
                .page(Page.ofSize(1))
                .firstResult();
    }

    /** Reserves a block. Returns false if another node reserved it first. */
    boolean reserve(long id, int block) {
        return update("nextBlock = ?1 where id = ?2 and nextBlock = ?3", block + 1, id, block) == 1;
    }

    long newest() {
        Long newest = getEntityManager()
                .createQuery("select max(l.id) from StoredStatusList l", Long.class)
                .getSingleResult();
        return newest == null ? 0 : newest;
    }

    List<StoredStatusList> all() {
        return list("order by id");
    }

    @Override
    public String tableName() {
        return TABLE;
    }

    /** Removes one batch of lists that no token refers to. The newest list stays, so that no number is used twice. */
    @Override
    public int removeExpired(Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery("delete from " + TABLE + " where remove_after < :now and id in (select id from "
                        + TABLE + " where remove_after < :now and id < (select max(id) from " + TABLE
                        + ") order by id fetch first " + limit + " rows only)")
                .setParameter("now", now)
                .executeUpdate();
    }
}
