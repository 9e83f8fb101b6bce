package dev.signet.jose.jwk;

import dev.signet.jose.Engines;
import dev.signet.support.installation.OnBothStacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnBothStacks
class JwkSetTest {

    private static final Jwk KEY =
            Engines.underTest().generate(JwsAlgorithm.ES256).publicJwk();

    @Test
    void serializedSetIsParsedToTheSameKeys() {
        Jwk other = Engines.underTest().generate(JwsAlgorithm.RS256).publicJwk();

        JwkSet set = JwkSet.parse(new JwkSet(List.of(KEY, other)).toJson());

        assertThat(set.keys()).containsExactly(KEY, other);
        assertThat(set.find(other.kid())).contains(other);
        assertThat(set.find("nobody")).isEmpty();
    }

    @Test
    void unusableKeysAreSkipped() {
        String json = "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"},{\"kty\":\"new\"}," + KEY.toJson() + "],\"more\":1}";

        assertThat(JwkSet.parse(json).keys()).containsExactly(KEY);
    }

    @Test
    void duplicateKidIsRejected() {
        String json = "{\"keys\":[" + KEY.toJson() + "," + KEY.toJson() + "]}";

        assertThatThrownBy(() -> JwkSet.parse(json)).isInstanceOf(InvalidJwkException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"keys\":{}}", "{\"keys\":[1]}", "{\"keys\":[[]]}", "[]", "", "{\"keys\":[]}x"})
    void malformedKeySetIsRejected(String json) {
        assertThatThrownBy(() -> JwkSet.parse(json)).isInstanceOf(InvalidJwkException.class);
    }

    @Test
    void tooManyKeysAreRejected() {
        String json = "{\"keys\":[" + "{},".repeat(100) + "{}]}";

        assertThatThrownBy(() -> JwkSet.parse(json)).isInstanceOf(InvalidJwkException.class);
    }
}
