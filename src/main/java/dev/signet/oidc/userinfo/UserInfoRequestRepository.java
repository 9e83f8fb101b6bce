package dev.signet.oidc.userinfo;

import dev.signet.database.BatchedRemoval;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.UUID;

/** Queries of the table of requested claims. */
@ApplicationScoped
class UserInfoRequestRepository implements PanacheRepositoryBase<UserInfoRequest, UUID> {

    /** Removes one batch. */
    int removeThoseDueBefore(Instant limit) {
        return getEntityManager()
                .createNativeQuery("delete from user_info_request where session_id in"
                        + " (select session_id from user_info_request where remove_after < :limit"
                        + " order by remove_after fetch first " + BatchedRemoval.ROWS + " rows only)")
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
