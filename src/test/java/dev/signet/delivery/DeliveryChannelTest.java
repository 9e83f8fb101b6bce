package dev.signet.delivery;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class DeliveryChannelTest {

    @Inject
    TransactionSynchronizationRegistry transaction;

    private final Map<String, Object> transactionOfStep = new LinkedHashMap<>();

    @Test
    void callToTheDestinationHasNoTransaction() {
        boolean proceed = new ObservedChannel(true).attempt("receiver", "delivery");

        assertThat(proceed).isTrue();
        assertThat(transactionOfStep.keySet()).containsExactly("claim", "send", "record");
        assertThat(transactionOfStep.get("send")).isEqualTo("none");
        assertThat(transactionOfStep.get("claim")).isNotEqualTo("none");
        assertThat(transactionOfStep.get("record")).isNotEqualTo("none").isNotEqualTo(transactionOfStep.get("claim"));
    }

    @Test
    void deliveryOfAnotherNodeIsNotSent() {
        boolean proceed = new ObservedChannel(false).attempt("receiver", "delivery");

        assertThat(proceed).isTrue();
        assertThat(transactionOfStep.keySet()).containsExactly("claim");
    }

    @Test
    void failedDeliveryEndsTheWorkForItsDestination() {
        assertThat(new ObservedChannel(true).attempt("failing", "delivery")).isFalse();
    }

    @Test
    void exceptionLeavesTheClaimUntilItsLeaseEnds() {
        assertThatThrownBy(() -> new ObservedChannel(true).attempt("broken", "delivery"))
                .hasMessage("broken");

        assertThat(transactionOfStep.keySet()).containsExactly("claim", "send");
    }

    private final class ObservedChannel implements DeliveryChannel<String, String, Boolean> {

        private final boolean claimable;

        ObservedChannel(boolean claimable) {
            this.claimable = claimable;
        }

        @Override
        public boolean claim(String delivery) {
            observe("claim");
            return claimable;
        }

        @Override
        public Boolean send(String destination, String delivery) {
            observe("send");
            if (destination.equals("broken")) {
                throw new IllegalStateException(destination);
            }
            return destination.equals("receiver");
        }

        @Override
        public boolean record(String delivery, Boolean accepted) {
            observe("record");
            return accepted;
        }

        private void observe(String step) {
            Object key = transaction.getTransactionKey();
            transactionOfStep.put(step, key == null ? "none" : key);
        }
    }
}
