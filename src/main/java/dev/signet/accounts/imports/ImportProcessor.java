package dev.signet.accounts.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.signet.accounts.AccountImport;
import dev.signet.accounts.ImportLine;
import dev.signet.accounts.ImportReport;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads accounts line by line, has them stored in batches, and reports on each line. An account reported as created is
 * committed. Memory does not grow with the number of lines.
 */
@Singleton
final class ImportProcessor {

    private static final Logger LOG = Logger.getLogger(ImportProcessor.class);
    private static final int LINES_PER_BATCH = 100;

    private final AccountImport accounts;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    ImportProcessor(AccountImport accounts, ObjectMapper mapper) {
        this.accounts = accounts;
        this.reader = mapper.readerFor(ImportedAccount.class);
        this.writer = mapper.writer();
    }

    /** Imports the body. Throws only before the report has begun, or if the report cannot be written. */
    void importAccounts(InputStream body, OutputStream report, @Nullable UUID actor) throws IOException {
        ImportLines lines = new ImportLines(body);
        ImportSummary summary = ImportSummary.NOTHING;
        boolean started = false;
        boolean more = true;
        while (more) {
            List<ImportReport> reports;
            try {
                List<ImportLine> batch = read(lines);
                more = batch.size() == LINES_PER_BATCH;
                reports = accounts.importBatch(batch, actor);
            } catch (RuntimeException | IOException e) {
                if (!started) {
                    throw e;
                }
                write(report, List.of(summary.stoppedBy(cause(e))));
                return;
            }
            summary = summary.plus(reports);
            write(report, reports);
            started = true;
        }
        write(report, List.of(summary));
    }

    private List<ImportLine> read(ImportLines lines) throws IOException {
        List<ImportLine> batch = new ArrayList<>();
        while (batch.size() < LINES_PER_BATCH && lines.next()) {
            batch.add(read(lines.number(), lines));
        }
        return batch;
    }

    private ImportLine read(long number, ImportLines lines) throws IOException {
        if (lines.isTooLong()) {
            return ImportLine.rejected(
                    number, new ServiceException(ErrorCode.CONTENT_TOO_LARGE, "the line is too long"));
        }
        try {
            ImportedAccount read = reader.readValue(lines.bytes());
            return read == null
                    ? ImportLine.rejected(number, new ServiceException(ErrorCode.INVALID_REQUEST, "the line is null"))
                    : ImportLine.of(number, read.newAccount());
        } catch (ServiceException rejection) {
            return ImportLine.rejected(number, rejection);
        } catch (JsonProcessingException e) {
            return ImportLine.rejected(
                    number,
                    e.getCause() instanceof ServiceException rejection
                            ? rejection
                            : new ServiceException(
                                    ErrorCode.INVALID_REQUEST, "the line does not match the JSON schema"));
        }
    }

    private void write(OutputStream report, List<?> lines) throws IOException {
        for (Object line : lines) {
            report.write(writer.writeValueAsBytes(line));
            report.write('\n');
        }
        report.flush();
    }

    // The message of the exception is not logged, because it may contain data of a line.
    private static String cause(Exception failure) {
        if (failure instanceof ServiceException rejection) {
            return rejection.code().wire();
        }
        LOG.warnf("Account import stopped: %s", failure.getClass().getSimpleName());
        return failure instanceof IOException
                ? ErrorCode.REQUEST_TIMEOUT.wire()
                : ErrorCode.TEMPORARILY_UNAVAILABLE.wire();
    }
}
