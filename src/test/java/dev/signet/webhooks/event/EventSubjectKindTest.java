package dev.signet.webhooks.event;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

class EventSubjectKindTest {

    private static final Pattern NAME = Pattern.compile("`([a-z_.]+)`");

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

    @Test
    void documentListsEveryTypeUnderItsSubject() throws IOException {
        String page = Files.readString(Path.of("docs/events.md"));
        String[] paragraphs = page.substring(page.indexOf("\n## Types\n"), page.indexOf("\n## Names\n"))
                .split("\n- ");

        for (EventSubjectKind kind : EventSubjectKind.values()) {
            // The paragraph before the list has no type.
            List<String> documented = NAME.matcher(paragraphs[kind.ordinal() + 1])
                    .results()
                    .map((MatchResult name) -> name.group(1))
                    .toList();
            assertThat(Arrays.stream(EventType.values())
                            .filter(type -> EventSubjectKind.of(type) == kind)
                            .map(EventType::wire))
                    .as("types with the subject %s, in docs/events.md too", kind)
                    .containsExactlyInAnyOrderElementsOf(documented);
        }
    }

    @Test
    void typesOfAccountsAndSessionsHaveThemAsSubject() {
        for (EventType type : EventType.values()) {
            EventSubjectKind kind = EventSubjectKind.of(type);
            if (type.wire().startsWith("account.") || type.wire().startsWith("factor.")) {
                assertThat(kind).as(type.wire()).isEqualTo(EventSubjectKind.ACCOUNT);
            } else if (type.wire().startsWith("session.")) {
                assertThat(kind).as(type.wire()).isEqualTo(EventSubjectKind.SESSION);
            }
        }
    }
}
