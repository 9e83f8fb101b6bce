package dev.signet.login.passkeys.webauthn;

import com.webauthn4j.WebAuthnRegistrationManager;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import dev.signet.error.ServiceException;
import dev.signet.jose.jwk.InvalidJwkException;
import dev.signet.jose.jwk.Jwk;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Verifies registrations (Web Authentication Level 3 §7.1) with webauthn4j. */
@Singleton
public final class RegistrationVerifier {

    private final RelyingParty relyingParty;
    private final AttestationPolicy attestation;
    private volatile @Nullable WebAuthnRegistrationManager manager;

    RegistrationVerifier(RelyingParty relyingParty, AttestationPolicy attestation) {
        this.relyingParty = relyingParty;
        this.attestation = attestation;
    }

    /**
     * Verifies a new credential.
     *
     * @throws ServiceException {@code invalid_request} with the member {@code credential}
     */
    public VerifiedCredential verify(AttestationResponse response, byte[] challenge) {
        RegistrationData data = verifyWith(
                manager(),
                new RegistrationRequest(response.attestationObject(), response.clientData()),
                new RegistrationParameters(server(challenge), CoseKeys.PARAMETERS, true, true));
        try {
            return credential(response, data.getAttestationObject());
        } catch (InvalidJwkException e) {
            throw rejected(e);
        }
    }

    // The library throws several unrelated exceptions for malformed CBOR and attestations that it does not implement.
    private static RegistrationData verifyWith(
            WebAuthnRegistrationManager manager, RegistrationRequest request, RegistrationParameters parameters) {
        try {
            return manager.verify(request, parameters);
        } catch (RuntimeException e) {
            throw rejected(e);
        }
    }

    private static VerifiedCredential credential(AttestationResponse response, @Nullable AttestationObject object) {
        AuthenticatorData<?> data = object == null ? null : object.getAuthenticatorData();
        AttestedCredentialData attested = data == null ? null : data.getAttestedCredentialData();
        if (data == null || attested == null || !Arrays.equals(attested.getCredentialId(), response.credentialId())) {
            throw rejected("the id is not that of the attested credential");
        }
        Jwk publicKey = CoseKeys.toJwk(attested.getCOSEKey());
        return new VerifiedCredential(
                response.credentialId(),
                publicKey,
                data.getSignCount(),
                attested.getAaguid().getValue(),
                data.isFlagBE(),
                data.isFlagBS(),
                response.transports(),
                response.roaming());
    }

    private ServerProperty server(byte[] challenge) {
        Set<Origin> origins = relyingParty.origins().stream().map(Origin::new).collect(Collectors.toUnmodifiableSet());
        return ServerProperty.builder()
                .origins(origins)
                .rpId(relyingParty.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    // Created on first use: most requests never register a passkey, and the object mappers are large.
    private WebAuthnRegistrationManager manager() {
        WebAuthnRegistrationManager present = manager;
        if (present == null) {
            present = attestation.registrationManager();
            manager = present;
        }
        return present;
    }

    private static ServiceException rejected(RuntimeException cause) {
        return rejected(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    private static ServiceException rejected(String privateReason) {
        return ServiceException.invalidMember("credential", privateReason)
                .detail("The passkey was not created for this request.");
    }
}
