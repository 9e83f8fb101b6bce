package dev.signet.web.body;

/** A resource that reads its body as a stream and limits memory itself; no limits of total size or time apply. */
public interface StreamedBody {

    /** Returns the path whose {@code POST} requests are streamed; other spellings are not. */
    String path();
}
