package dev.signet.login.browser;

import io.quarkus.qute.TemplateData;

/**
 * A login that the user interrupted.
 *
 * @param application the name of the application
 * @param path the path at which the login continues
 */
@TemplateData
public record InterruptedLogin(String application, String path) {}
