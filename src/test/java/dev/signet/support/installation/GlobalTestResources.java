package dev.signet.support.installation;

import io.quarkus.test.common.QuarkusTestResource;

/** Registration of {@link TestInstallation} for all test classes. */
@QuarkusTestResource(TestInstallation.class)
final class GlobalTestResources {}
