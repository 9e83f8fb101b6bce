package dev.signet.support;

import io.quarkus.test.common.QuarkusTestResource;

/** Puts {@link TestInstallation} under every test class. */
@QuarkusTestResource(TestInstallation.class)
final class GlobalTestResources {}
