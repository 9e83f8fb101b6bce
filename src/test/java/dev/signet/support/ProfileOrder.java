package dev.signet.support;

import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

import java.util.Comparator;

/**
 * Orders test classes by their profile and then by name, so that tests of one profile share one start of the packaged
 * application. The order of Quarkus itself overlooks the profile of a superclass.
 */
public final class ProfileOrder implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing(ProfileOrder::profile)
                        .thenComparing(test -> test.getTestClass().getName()));
    }

    // A subclass uses the profile of its superclass, although the annotation is not inherited.
    private static String profile(ClassDescriptor test) {
        for (Class<?> type = test.getTestClass(); type != null; type = type.getSuperclass()) {
            TestProfile profile = type.getDeclaredAnnotation(TestProfile.class);
            if (profile != null) {
                return profile.value().getName();
            }
        }
        return "";
    }
}
