package dev.signet.accounts.imports;

import dev.signet.web.body.StreamedBody;
import jakarta.inject.Singleton;

/** The body of an import. It is read as a stream, because its size depends on the other system. */
@Singleton
final class ImportBody implements StreamedBody {

    @Override
    public String path() {
        return AccountImportResource.PATH;
    }
}
