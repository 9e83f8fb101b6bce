package dev.signet.login.passkeys.webauthn;

import dev.signet.accounts.Account;
import dev.signet.jose.json.Base64Url;
import dev.signet.jose.json.JsonText;
import dev.signet.login.passkeys.ceremony.Ceremonies;
import dev.signet.pages.Branding;
import jakarta.inject.Singleton;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The options of both ceremonies in the JSON of Web Authentication Level 3 §5.1.8 and §5.1.9. */
@Singleton
public final class CredentialOptions {

    private static final String PUBLIC_KEY = "public-key";

    private final RelyingParty relyingParty;
    private final AttestationPolicy attestation;
    private final Branding branding;

    CredentialOptions(RelyingParty relyingParty, AttestationPolicy attestation, Branding branding) {
        this.relyingParty = relyingParty;
        this.attestation = attestation;
        this.branding = branding;
    }

    /**
     * Returns {@code PublicKeyCredentialCreationOptionsJSON}: a discoverable credential with user verification.
     *
     * @param existing the passkeys of the account; their authenticators create no second one
     */
    public Map<String, Object> creation(Account account, byte[] challenge, List<CredentialDescriptor> existing) {
        String name = account.name();
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("rp", Map.of("id", relyingParty.id(), "name", branding.getName()));
        options.put(
                "user",
                Map.of(
                        "id",
                        Base64Url.encodeToString(userHandle(account.id())),
                        "name",
                        account.username(),
                        "displayName",
                        name == null ? account.username() : name));
        options.put("challenge", Base64Url.encodeToString(challenge));
        options.put(
                "pubKeyCredParams",
                CoseKeys.ALGORITHMS.stream()
                        .map(algorithm -> Map.of("type", PUBLIC_KEY, "alg", algorithm.getValue()))
                        .toList());
        options.put("timeout", Ceremonies.TTL.toMillis());
        options.put("excludeCredentials", descriptors(existing));
        options.put(
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        options.put("attestation", attestation.conveyance());
        options.put("extensions", Map.of("credProps", true));
        return options;
    }

    /**
     * Returns {@code PublicKeyCredentialRequestOptionsJSON} with user verification.
     *
     * @param allowed the passkeys that may be used; empty for any passkey of the relying party
     */
    public Map<String, Object> request(byte[] challenge, List<CredentialDescriptor> allowed) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("challenge", Base64Url.encodeToString(challenge));
        options.put("timeout", Ceremonies.TTL.toMillis());
        options.put("rpId", relyingParty.id());
        options.put("allowCredentials", descriptors(allowed));
        options.put("userVerification", "required");
        return options;
    }

    /** Returns the accepted credentials of an account as JSON ({@code AllAcceptedCredentialsOptions}). */
    public String accepted(UUID account, List<CredentialDescriptor> credentials) {
        return JsonText.of(Map.of(
                "rpId",
                relyingParty.id(),
                "userId",
                Base64Url.encodeToString(userHandle(account)),
                "allAcceptedCredentialIds",
                credentials.stream()
                        .map(credential -> Base64Url.encodeToString(credential.id()))
                        .toList()));
    }

    /** Returns the id of an account as authenticators store it. */
    public static byte[] userHandle(UUID account) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
    }

    private static List<Map<String, Object>> descriptors(List<CredentialDescriptor> credentials) {
        return credentials.stream()
                .map(credential -> Map.<String, Object>of(
                        "type",
                        PUBLIC_KEY,
                        "id",
                        Base64Url.encodeToString(credential.id()),
                        "transports",
                        credential.transports()))
                .toList();
    }
}
