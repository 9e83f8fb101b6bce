package dev.signet.accounts;

import dev.signet.web.StreamedBody;
import jakarta.inject.Singleton;

/** An import is read as it comes: its size is that of the other system. */
@Singleton
final class ImportBody implements StreamedBody {

    @Override
    public String path() {
        return AccountImportResource.PATH;
    }
}
