package dev.signet.webhooks.event;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import org.junit.jupiter.api.Test;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class EventSubjectKindTest {

    private final UUID account = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    @Test
    void eventsOfAnAccountShareOneKey() {
        SecurityEvent disabled = SecurityEvent.of(EventType.ACCOUNT_DISABLED)
                .actor(UUID.randomUUID())
                .subject(account.toString());
        SecurityEvent loggedIn =
                SecurityEvent.of(EventType.LOGIN_SUCCEEDED).actor(account).subject(session.toString());
        SecurityEvent ended = SecurityEvent.of(EventType.SESSION_ENDED)
                .subject(session.toString())
                .detail("account_id", account.toString());
        SecurityEvent enrolled = SecurityEvent.of(EventType.FACTOR_ENROLLED).subject(account.toString());

        for (SecurityEvent event : new SecurityEvent[] {disabled, loggedIn, ended, enrolled}) {
            assertThat(EventSubjectKind.of(event.type()).key(event)).isEqualTo(account.toString());
        }
    }

    @Test
    void otherSubjectsHaveTheirOwnKey() {
        SecurityEvent key =
                SecurityEvent.of(EventType.KEY_CREATED).actor(account).subject("a kid");

        assertThat(EventSubjectKind.of(key.type()).key(key)).isEqualTo("a kid");
    }

    @Test
    void eventsWithoutSubjectHaveDistinctKeys() {
        SecurityEvent failed = SecurityEvent.of(EventType.LOGIN_FAILED);

        assertThat(EventSubjectKind.of(failed.type()).key(failed))
                .isNotEqualTo(EventSubjectKind.of(failed.type()).key(failed));
    }
}
