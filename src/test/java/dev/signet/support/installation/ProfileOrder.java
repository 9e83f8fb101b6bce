package dev.signet.support.installation;

import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

import java.util.Comparator;

/**
 * Order of test classes by profile and name, so that tests of one profile share one start of the packaged application.
 * Quarkus' own order ignores the profile of a superclass.
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
