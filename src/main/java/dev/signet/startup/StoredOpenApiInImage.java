package dev.signet.startup;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import io.smallrye.openapi.runtime.io.Format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A substitution for the native image; it has no effect on the JVM. The image serves the OpenAPI document as the build
 * stored it. Without it, each start reads the document and writes it again, with a library that nothing else needs.
 */
@TargetClass(OpenApiDocumentService.class)
@SuppressWarnings("unused") // the signatures of the original methods
final class StoredOpenApiInImage {

    private StoredOpenApiInImage() {}

    @Substitute
    void prepareDocument(
            AutoSecurityFilter filter, Map<OpenApiFilter.RunStage, List<String>> filters, String documentName) {
        // The document was prepared by the build.
    }

    @Substitute
    public byte[] getDocument(String documentName, Format format) {
        String name = "/" + OpenApiConstants.BASE_NAME + "." + format.name();
        try (InputStream document = Objects.requireNonNull(OpenApiConstants.class.getResourceAsStream(name))) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
