package dev.signet.accounts.factor;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.secrets.Derivation;
import dev.signet.secrets.InstallationKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Recovery codes for users who lost the authenticator app: 80 random bits each, used once. The table holds a MAC under
 * a key that is not in the database, so that a reader of the database cannot try codes.
 */
@ApplicationScoped
class RecoveryCodes {

    /** The syntax of a code without the hyphens with which it is displayed. */
    static final Pattern FORM = Pattern.compile("[" + Base32.ALPHABET + "]{16}");

    private static final int COUNT = 10;
    private static final int BYTES = 10;

    private final RecoveryCodeRepository repository;
    private final TotpRepository totps;
    private final SecurityEvents events;
    private final SecureRandom random;
    private final byte[] key;

    RecoveryCodes(
            RecoveryCodeRepository repository,
            TotpRepository totps,
            SecurityEvents events,
            InstallationKey installation,
            SecureRandom random) {
        this.repository = repository;
        this.totps = totps;
        this.events = events;
        this.random = random;
        this.key = installation.derive("signet recovery codes at rest");
    }

    /** Creates new codes that replace the existing ones. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<String> replace(UUID account) {
        repository.removeOf(account);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            String code = Base32.encode(bytes);
            repository.add(account, mac(account, code));
            codes.add(code.replaceAll("(?<=.)(?=(.{4})+$)", "-"));
        }
        return List.copyOf(codes);
    }

    /** Consumes a code. It proves possession, so a locked authenticator app is unlocked. */
    boolean accept(UUID account, String code) {
        if (!QuarkusTransaction.requiringNew().call(() -> consume(account, code))) {
            return false;
        }
        // This is a separate transaction, because the replacement of codes locks the two tables in the opposite order.
        QuarkusTransaction.requiringNew().run(() -> totps.resetFailures(account));
        return true;
    }

    private boolean consume(UUID account, String code) {
        if (!repository.consume(account, mac(account, code))) {
            return false;
        }
        events.record(SecurityEvent.of(EventType.FACTOR_RECOVERY_CODE_USED)
                .actor(account)
                .subject(account.toString())
                .detail("left", Integer.toString(repository.countUnused(account))));
        return true;
    }

    private byte[] mac(UUID account, String code) {
        return Derivation.hmacSha256(key, (account + "/" + code).getBytes(StandardCharsets.US_ASCII));
    }
}
