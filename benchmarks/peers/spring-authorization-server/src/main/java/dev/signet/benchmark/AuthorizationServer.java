package dev.signet.benchmark;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Spring Authorization Server with a client for each algorithm that acts for itself. */
@SpringBootApplication
public class AuthorizationServer {

    public static void main(String[] arguments) {
        SpringApplication.run(AuthorizationServer.class, arguments);
    }

    /** Compares secrets as they are: the default, bcrypt, would be nearly all of the work of a request. */
    @Bean
    @SuppressWarnings("deprecation")
    PasswordEncoder passwordEncoder() {
        return NoOpPasswordEncoder.getInstance();
    }

    @Bean
    RegisteredClientRepository clients(@Value("${benchmark.secret}") String secret) {
        return new InMemoryRegisteredClientRepository(
                client(SignatureAlgorithm.ES256, secret), client(SignatureAlgorithm.RS256, secret));
    }

    private static RegisteredClient client(SignatureAlgorithm algorithm, String secret) {
        return RegisteredClient.withId("service-" + algorithm.getName())
                .clientId("service-" + algorithm.getName())
                .clientSecret(secret + "-" + algorithm.getName())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope("orders:read")
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(5))
                        .build())
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> algorithmOfClient() {
        return context -> {
            if (context.getRegisteredClient().getClientId().endsWith(SignatureAlgorithm.ES256.getName())) {
                context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
            }
        };
    }

    @Bean
    JWKSource<SecurityContext> keys() throws GeneralSecurityException {
        KeyPair ec = keyPair("EC", new ECGenParameterSpec("secp256r1"));
        KeyPair rsa = keyPair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
        return new ImmutableJWKSet<>(new JWKSet(List.of(
                new ECKey.Builder(Curve.P_256, (ECPublicKey) ec.getPublic())
                        .privateKey(ec.getPrivate())
                        .keyID("ES256")
                        .algorithm(JWSAlgorithm.ES256)
                        .build(),
                new RSAKey.Builder((RSAPublicKey) rsa.getPublic())
                        .privateKey(rsa.getPrivate())
                        .keyID("RS256")
                        .algorithm(JWSAlgorithm.RS256)
                        .build())));
    }

    private static KeyPair keyPair(String type, AlgorithmParameterSpec parameters) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
        generator.initialize(parameters);
        return generator.generateKeyPair();
    }
}
