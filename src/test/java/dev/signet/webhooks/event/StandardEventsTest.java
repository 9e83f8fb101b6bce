package dev.signet.webhooks.event;

import dev.signet.audit.EventType;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class StandardEventsTest {

    @Test
    void namesAndTypesMapToEachOther() {
        assertThat(StandardEvents.names()).isNotEmpty().isSorted();
        for (String name : StandardEvents.names()) {
            assertThat(StandardEvents.named(name))
                    .isNotEmpty()
                    .allSatisfy(type -> assertThat(StandardEvents.nameOf(type)).contains(name));
        }
        assertThat(StandardEvents.named("urn:example:unknown")).isEmpty();
    }

    @Test
    void roleChangeReportsGroupsClaim() {
        assertThat(StandardEvents.members(EventType.ACCOUNT_ROLES_CHANGED, Map.of("roles", "admin auditor")))
                .isEqualTo(Map.of("claims", Map.of("groups", java.util.List.of("admin", "auditor"))));
    }

    @Test
    void initiatorFollowsActorAndReason() {
        assertThat(Initiator.of("a", "a", null)).isEqualTo("user");
        assertThat(Initiator.of("b", "a", null)).isEqualTo("admin");
        assertThat(Initiator.of(null, "a", null)).isEqualTo("system");
        assertThat(Initiator.of(null, "a", "ended_by_administrator")).isEqualTo("admin");
        assertThat(Initiator.of(null, "a", "replay")).isEqualTo("policy");
    }
}
