package dev.signet.accounts.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signet.accounts.ImportReport;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The last line of a report; a report without it is incomplete.
 *
 * @param status {@code done}, or {@code stopped} if the same file must be sent again
 * @param error the error code of a stopped import
 */
@RegisterForReflection // written line by line, not as a body
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportSummary(
        @Schema(examples = "\"done\"") String status,
        @Schema(examples = "1200") long created,
        @Schema(examples = "34") long exists,
        @Schema(examples = "1") long refused,

        @Schema(examples = "\"temporarily_unavailable\"") @Nullable
        String error) {

    static final ImportSummary NOTHING = new ImportSummary("done", 0, 0, 0, null);

    ImportSummary plus(List<ImportReport> reports) {
        return new ImportSummary(
                status,
                created + count(reports, ImportReport.CREATED),
                exists + count(reports, ImportReport.EXISTS),
                refused + count(reports, ImportReport.REFUSED),
                error);
    }

    ImportSummary stoppedBy(String cause) {
        return new ImportSummary("stopped", created, exists, refused, cause);
    }

    private static long count(List<ImportReport> reports, String status) {
        return reports.stream().filter(report -> report.status().equals(status)).count();
    }
}
