package dev.signet.login.passkeys.webauthn;

import com.webauthn4j.converter.jackson.deserializer.cbor.AuthenticationExtensionsAuthenticatorOutputsEnvelope;
import com.webauthn4j.converter.jackson.deserializer.cbor.COSEKeyEnvelope;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AbstractCOSEKey;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.Curve;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.EdDSACOSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.AndroidKeyAttestationStatement;
import com.webauthn4j.data.attestation.statement.AndroidSafetyNetAttestationStatement;
import com.webauthn4j.data.attestation.statement.AppleAnonymousAttestationStatement;
import com.webauthn4j.data.attestation.statement.AttestationCertificatePath;
import com.webauthn4j.data.attestation.statement.AttestationStatement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.COSEKeyOperation;
import com.webauthn4j.data.attestation.statement.COSEKeyType;
import com.webauthn4j.data.attestation.statement.FIDOU2FAttestationStatement;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.attestation.statement.PackedAttestationStatement;
import com.webauthn4j.data.attestation.statement.TPMAttestationStatement;
import com.webauthn4j.data.client.ClientDataType;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.TokenBinding;
import com.webauthn4j.data.client.TokenBindingStatus;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.CredentialProtectionPolicy;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The classes of webauthn4j that Jackson creates by reflection; the native image contains only the listed ones. */
@RegisterForReflection(
        targets = {
            AbstractCOSEKey.class,
            AndroidKeyAttestationStatement.class,
            AndroidSafetyNetAttestationStatement.class,
            AppleAnonymousAttestationStatement.class,
            AttestationCertificatePath.class,
            AttestationObject.class,
            AttestationStatement.class,
            AuthenticationExtensionsAuthenticatorOutputs.class,
            AuthenticationExtensionsAuthenticatorOutputsEnvelope.class,
            COSEAlgorithmIdentifier.class,
            COSEKey.class,
            COSEKeyEnvelope.class,
            COSEKeyOperation.class,
            COSEKeyType.class,
            Challenge.class,
            ClientDataType.class,
            CollectedClientData.class,
            CredentialProtectionPolicy.class,
            Curve.class,
            DefaultChallenge.class,
            EC2COSEKey.class,
            EdDSACOSEKey.class,
            FIDOU2FAttestationStatement.class,
            NoneAttestationStatement.class,
            Origin.class,
            PackedAttestationStatement.class,
            RSACOSEKey.class,
            TPMAttestationStatement.class,
            TokenBinding.class,
            TokenBindingStatus.class
        })
final class WebauthnReflection {

    private WebauthnReflection() {}
}
