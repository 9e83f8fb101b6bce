package dev.signet.support;

import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

import java.util.Comparator;

/**
 * Orders test classes by their profile and then by name, so that tests of one profile share one start of the packaged
 * application. Quarkus orders the tests of an application within the test JVM by profile, those of a packaged one not.
 */
public final class ProfileOrder implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing(ProfileOrder::profile)
                        .thenComparing(test -> test.getTestClass().getName()));
    }

    private static String profile(ClassDescriptor test) {
        return test.findAnnotation(TestProfile.class)
                .map(profile -> profile.value().getName())
                .orElse("");
    }
}
