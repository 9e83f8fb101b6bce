package dev.signet.selfservice.access;

import dev.signet.selfservice.ShownTime;
import io.quarkus.qute.TemplateData;

/** A session on the page of sessions; {@code current} marks the one of this browser. */
@TemplateData
record ShownSession(
        String id,
        DeviceName device,
        String application,
        String ipAddress,
        ShownTime since,
        ShownTime lastUsed,
        boolean current) {}
