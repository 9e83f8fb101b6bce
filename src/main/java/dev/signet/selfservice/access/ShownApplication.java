package dev.signet.selfservice.access;

import dev.signet.selfservice.ShownTime;
import io.quarkus.qute.TemplateData;

import java.util.List;

/**
 * An application to which the user granted access.
 *
 * @param id the id of the consent
 * @param audience the audiences that the consent page named
 */
@TemplateData
record ShownApplication(String id, String name, List<String> scopes, List<String> audience, ShownTime since) {}
