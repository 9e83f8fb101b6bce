package dev.signet.keys.lifecycle;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.DisabledJobs;
import dev.signet.keys.KeyCompromised;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeyState;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.web.paging.PageRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import static dev.signet.jose.jwk.JwsAlgorithm.ES256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@QuarkusTest
@TestProfile(DisabledJobs.class)
@OnBothStacks
class KeyRotationTest {

    private static final UUID ADMIN = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Inject
    Cluster cluster;

    @Inject
    EntityManager entityManager;

    @Inject
    Withdrawn withdrawn;

    private final TestTime time = new TestTime();
    private Cluster.Node node;

    @BeforeEach
    void oneActiveKey() {
        cluster.deleteAllKeys();
        node = cluster.node(time).start();
    }

    @Test
    void rotatedKeysArePublishedSignRetireAndAreDestroyed() {
        String first = node.active(ES256).kid();
        time.pass(Duration.ofSeconds(1));
        node.rotation().rotate(ES256, false, ADMIN);
        String second = node.announced(ES256).kid();
        assertThat(node.published()).containsExactly(first, second);
        assertThat(node.ring().signer(ES256).kid()).isEqualTo(first);

        node.runFor(Cluster.SCHEDULE.announceLead(), time);
        assertThat(node.ring().signer(ES256).kid()).isEqualTo(second);
        assertThat(node.rotation().find(first).state()).isEqualTo(KeyState.DEACTIVATED);
        assertThat(node.published()).containsExactly(first, second);

        node.runFor(Cluster.SCHEDULE.retireTime().minusMinutes(1), time);
        assertThat(node.published()).containsExactly(first, second);

        node.runFor(Duration.ofMinutes(1), time);
        assertDestroyed(first);
        assertThat(node.published()).containsExactly(second);
        assertThat(node.ring().signer(ES256).kid()).isEqualTo(second);
        assertThat(typesOf(first)).containsExactly("key.destroyed", "key.deactivated", "key.activated", "key.created");
        assertThat(typesOf(second)).containsExactly("key.activated", "key.created");
    }

    @Test
    void destroyedKeysStayListedAfterSeveralRotations() {
        List<String> destroyed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            destroyed.add(0, node.active(ES256).kid());
            time.pass(Duration.ofSeconds(1));
            node.rotation().rotate(ES256, true, ADMIN);
            node.runFor(Cluster.SCHEDULE.retireTime(), time);
        }
        String active = node.active(ES256).kid();

        assertThat(destroyed).allSatisfy(this::assertDestroyed);
        assertThat(node.published()).containsExactly(active);
        List<String> expected = new ArrayList<>(destroyed);
        expected.add(0, active);
        assertThat(node.rotation().list(new PageRequest(10, null)).items())
                .extracting(KeyRecord::kid)
                .isEqualTo(expected);
    }

    @Test
    void destroyedKeyCannotBeCompromised() {
        String destroyed = node.active(ES256).kid();
        node.rotation().rotate(ES256, true, ADMIN);
        node.runFor(Cluster.SCHEDULE.retireTime(), time);

        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> node.rotation().compromise(destroyed, ADMIN))
                .satisfies(rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.CONFLICT));

        assertDestroyed(destroyed);
        assertThat(withdrawn.kids()).doesNotContain(destroyed);
    }

    @Test
    void rotationAnnouncesASuccessorForTheAnnounceLead() {
        KeyRecord first = node.active(ES256);

        KeyRotationResult rotation = node.rotation().rotate(ES256, false, ADMIN);

        assertThat(rotation.changed()).isTrue();
        assertThat(rotation.successors()).singleElement().satisfies(successor -> {
            assertThat(successor.state()).isEqualTo(KeyState.PRE_ACTIVE);
            assertThat(successor.activatesAt()).isEqualTo(time.now().plus(Cluster.SCHEDULE.announceLead()));
        });
        assertThat(node.ring().signer(ES256).kid()).isEqualTo(first.kid());
        assertThat(node.active(ES256).deactivatesAt())
                .isEqualTo(node.announced(ES256).activatesAt());
    }

    @Test
    void repeatedRotationKeepsTheAnnouncedSuccessor() {
        List<KeyRecord> successors = node.rotation().rotate(ES256, false, ADMIN).successors();

        KeyRotationResult repeated = node.rotation().rotate(null, false, ADMIN);

        assertThat(repeated.changed()).isFalse();
        assertThat(repeated.successors()).isEqualTo(successors);
    }

    @Test
    void immediateRotationKeepsTheOldKeyForVerification() {
        String first = node.active(ES256).kid();

        KeyRotationResult rotation = node.rotation().rotate(ES256, true, ADMIN);

        assertThat(node.ring().signer(ES256).kid())
                .isNotEqualTo(first)
                .isEqualTo(rotation.successors().get(0).kid());
        assertThat(node.ring().find(first)).isNotNull();
        assertThat(node.rotation().find(first).state()).isEqualTo(KeyState.DEACTIVATED);
    }

    @Test
    void immediateRotationPrefersTheAnnouncedKey() {
        node.rotation().rotate(ES256, false, ADMIN);
        String announced = node.announced(ES256).kid();

        node.rotation().rotate(ES256, true, ADMIN);

        assertThat(node.ring().signer(ES256).kid()).isEqualTo(announced);
    }

    @Test
    void rotationOfAnUnconfiguredAlgorithmIsRejected() {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> node.rotation().rotate(JwsAlgorithm.ED25519, false, ADMIN))
                .satisfies(rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void compromisedKeyIsReplacedAtOnce() {
        String bad = node.active(ES256).kid();

        KeyRecord withdrawnKey = node.rotation().compromise(bad, ADMIN);

        assertThat(withdrawnKey.state()).isEqualTo(KeyState.COMPROMISED);
        assertThat(node.ring().find(bad)).isNull();
        assertThat(new String(node.ring().jwks().body())).doesNotContain(bad);
        assertThat(node.ring().signer(ES256).kid()).isNotEqualTo(bad);
        assertThat(cluster.repository().sealedPrivateKey(bad)).isNull();
        assertThat(withdrawn.kids()).contains(bad);
        assertThat(typesOf(bad)).containsExactly("key.compromised", "key.activated", "key.created");
    }

    @Test
    void notifiedNodeStopsSigningWithAWithdrawnKey() {
        Cluster.Node other = cluster.node(time).start();
        String bad = other.ring().signer(ES256).kid();
        node.rotation().compromise(bad, ADMIN);
        assertThat(other.ring().signer(ES256).kid()).isEqualTo(bad);

        other.ring().reloadIfHolding(bad);

        assertThat(other.ring().signer(ES256).kid())
                .isEqualTo(node.ring().signer(ES256).kid())
                .isNotEqualTo(bad);
    }

    @Test
    void announcedKeyReplacesACompromisedKey() {
        node.rotation().rotate(ES256, false, ADMIN);
        String announced = node.announced(ES256).kid();

        node.rotation().compromise(node.active(ES256).kid(), ADMIN);

        assertThat(node.ring().signer(ES256).kid()).isEqualTo(announced);
    }

    @Test
    void announcedKeyCanBeCompromisedBeforeItSigns() {
        node.rotation().rotate(ES256, false, ADMIN);
        String active = node.active(ES256).kid();
        String announced = node.announced(ES256).kid();

        node.rotation().compromise(announced, ADMIN);

        assertThat(node.published()).containsExactly(active);
        assertThat(node.ring().signer(ES256).kid()).isEqualTo(active);
    }

    @Test
    void repeatedCompromiseChangesNothing() {
        String bad = node.active(ES256).kid();
        node.rotation().compromise(bad, ADMIN);
        String successor = node.active(ES256).kid();

        node.rotation().compromise(bad, ADMIN);

        assertThat(node.active(ES256).kid()).isEqualTo(successor);
        assertThat(withdrawn.kids()).containsOnlyOnce(bad);
    }

    @Test
    void unknownKeyCannotBeCompromised() {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> node.rotation().compromise("nobody", ADMIN))
                .satisfies(rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void keyChangesAreRecordedWithTheirActor() {
        String first = node.active(ES256).kid();
        node.rotation().rotate(ES256, true, ADMIN);

        assertThat(typesOf(first)).containsExactly("key.deactivated", "key.activated", "key.created");
        assertThat(eventsOf(node.active(ES256).kid(), "actor", UUID.class)).containsOnly(ADMIN);
    }

    @Test
    void keyListIsPaginatedNewestFirst() {
        List<String> created = new ArrayList<>(List.of(node.active(ES256).kid()));
        for (int i = 0; i < 4; i++) {
            time.pass(Duration.ofSeconds(1));
            node.rotation().rotate(ES256, true, ADMIN);
            created.add(0, node.active(ES256).kid());
        }

        List<String> listed = new ArrayList<>();
        String after = null;
        for (int i = 0; i < 3; i++) {
            List<KeyRecord> page =
                    node.rotation().list(new PageRequest(2, after)).items();
            page.forEach(key -> listed.add(key.kid()));
            after = page.get(page.size() - 1).kid();
        }

        assertThat(listed).isEqualTo(created);
    }

    private void assertDestroyed(String kid) {
        assertThat(node.rotation().find(kid).state()).isEqualTo(KeyState.DESTROYED);
        assertThat(node.ring().find(kid)).isNull();
        assertThat(new String(node.ring().jwks().body())).doesNotContain(kid);
        assertThat(cluster.repository().sealedPrivateKey(kid)).isNull();
    }

    private List<String> typesOf(String kid) {
        return eventsOf(kid, "type", String.class);
    }

    private <T> List<T> eventsOf(String kid, String member, Class<T> type) {
        return entityManager
                .createQuery(
                        "select e." + member + " from RecordedEvent e where e.subject = :kid order by e.id desc", type)
                .setParameter("kid", kid)
                .getResultList();
    }

    /** Records the withdrawn keys that the event reports, like the package {@code tokens}. */
    @ApplicationScoped
    static class Withdrawn {

        private final List<String> kids = new CopyOnWriteArrayList<>();

        void on(@Observes KeyCompromised event) {
            kids.add(event.kid());
        }

        List<String> kids() {
            return kids;
        }
    }
}
