package dev.signet.accounts.name;

import dev.signet.error.ServiceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "info@m\u00fcller.example, info@xn--mller-kva.example",
        "info@mu\u0308ller.example, info@xn--mller-kva.example",
        "Info@Example.com, Info@Example.com",
        "info@xn--mller-kva.example, info@xn--mller-kva.example",
        "a@b, a@b"
    })
    void domainIsDeliveredToAsALabels(String email, String deliverable) {
        assertThat(EmailAddress.deliverable(EmailAddress.accept(email))).isEqualTo(deliverable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "j\u00fcrgen@example.com",
                "a@stra\u00dfe.example",
                "a@b..example",
                "a@.example",
                "a@\uff0eexample",
                "@example.com",
                "a@b@c",
                "a"
            })
    void undeliverableEmailIsRejected(String email) {
        assertThatThrownBy(() -> EmailAddress.accept(email))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.members()).containsEntry("member", "email"));
    }
}
