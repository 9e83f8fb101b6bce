package dev.signet.pages;

import dev.signet.error.ErrorCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** The page templates of this package. */
@CheckedTemplate(basePath = "pages")
final class PageTemplates {

    private PageTemplates() {}

    static native TemplateInstance error(String code, String requestId);

    static native TemplateInstance signedOut(@Nullable String returnUri, String application);

    static native TemplateInstance errors(List<ErrorCode> codes);
}
