package dev.signet.compat;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimpleJwtOffTest {

    @Test
    @SuppressWarnings("NullAway") // none of them is reached
    void thereIsNothingUnlessSwitchedOn() {
        SimpleJwtResource resource = new SimpleJwtResource(() -> false, null, null, null);

        assertThatThrownBy(() -> resource.obtain(new SimpleJwtLogin("alice", "a password", null)))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> resource.verify(new SimpleJwtToken(null, "x"))).hasMessageContaining("is off");
    }
}
