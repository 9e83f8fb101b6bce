package dev.signet.compat;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DisabledProfilesTest {

    private record TestConfig(boolean simplejwt, boolean drfJwt) implements CompatConfig {}

    @Test
    @SuppressWarnings("NullAway") // none of them is reached
    void disabledProfilesAreNotFound() {
        DjangoLogin login = new DjangoLogin("alice", "a password", null);
        SimpleJwtResource simple = new SimpleJwtResource(new TestConfig(false, true), null, null, null);
        DrfJwtResource drf = new DrfJwtResource(new TestConfig(true, false), null, null);

        notFound(() -> simple.obtain(login));
        notFound(() -> simple.verify(new SimpleJwtToken(null, "x")));
        notFound(() -> drf.obtain(login));
        notFound(() -> drf.refresh(new DrfJwtToken("x")));
        notFound(() -> drf.verify(new DrfJwtToken("x")));
    }

    private static void notFound(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
