package dev.signet.web;

/** A resource that reads its body as it comes, and bounds itself what it keeps of it: no limit of size or of time as a whole. */
public interface StreamedBody {

    /** The path at which {@code POST} is read so; in no other spelling. */
    String path();
}
