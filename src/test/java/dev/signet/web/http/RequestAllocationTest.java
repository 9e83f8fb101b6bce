package dev.signet.web.http;

import com.sun.management.ThreadMXBean;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.stream.Stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The memory that the event loops allocate for a request. */
@QuarkusTest
class RequestAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int REQUESTS = 200;
    // Without PathTemplates, each request allocates 100 KiB more.
    private static final long MAX_BYTES = 50_000;

    @Test
    void requestOfAResourceAllocatesNoTableOfAllResources() {
        requestMetadata();
        long before = allocatedByEventLoops();

        requestMetadata();

        assertThat((allocatedByEventLoops() - before) / REQUESTS).isPositive().isLessThan(MAX_BYTES);
    }

    private static void requestMetadata() {
        for (int i = 0; i < REQUESTS; i++) {
            given().get("/.well-known/openid-configuration").then().statusCode(200);
        }
    }

    private static long allocatedByEventLoops() {
        return Stream.of(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("vert.x-eventloop"))
                .mapToLong(thread -> THREADS.getThreadAllocatedBytes(thread.getThreadId()))
                .sum();
    }
}
