package dev.signet.web.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpConstants;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Decodes HTTP/1 requests as the decoder of Vert.x does, and rejects a header field line that begins with a space or a
 * tab (RFC 9112 §5.2). Vert.x responds to the rejected request with status 400 and closes the connection. All bytes
 * after the line are discarded.
 */
final class UnfoldedRequestDecoder extends HttpRequestDecoder {

    /** The request whose header fields are being decoded. */
    private @Nullable HttpMessage head;

    private boolean rejected;

    UnfoldedRequestDecoder(HttpDecoderConfig limits) {
        super(limits);
    }

    // One call of Netty's decoder consumes whole lines of the head or bytes of the body, never both.
    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        if (rejected) {
            buffer.skipBytes(buffer.readableBytes());
            return;
        }
        int start = buffer.readerIndex();
        int decoded = out.size();
        boolean atFieldLine = head != null;
        super.decode(context, buffer, out);
        HttpMessage request = head;
        if (request == null) {
            return;
        }
        if (hasFoldedLine(buffer, start, atFieldLine)) {
            reject(request, buffer, out, decoded);
        } else if (out.size() > decoded) {
            head = null;
        }
    }

    @Override
    protected void decodeLast(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        if (!rejected) {
            super.decodeLast(context, buffer, out);
        }
    }

    @Override
    protected HttpMessage createMessage(String[] initialLine) {
        HttpMessage request = new DefaultHttpRequest(
                HttpVersion.valueOf(initialLine[2]),
                HttpMethod.valueOf(initialLine[0]),
                initialLine[1],
                HeadersMultiMap.httpHeaders());
        head = request;
        return request;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        return false;
    }

    private static boolean hasFoldedLine(ByteBuf buffer, int start, boolean atFieldLine) {
        int end = buffer.readerIndex();
        if (atFieldLine && start < end && isSpaceOrTab(buffer.getByte(start))) {
            return true;
        }
        for (int line = nextLine(buffer, start, end); line < end; line = nextLine(buffer, line, end)) {
            if (isSpaceOrTab(buffer.getByte(line))) {
                return true;
            }
        }
        return false;
    }

    private static int nextLine(ByteBuf buffer, int start, int end) {
        int lineFeed = buffer.indexOf(start, end, HttpConstants.LF);
        return lineFeed < 0 ? end : lineFeed + 1;
    }

    private static boolean isSpaceOrTab(byte first) {
        return first == HttpConstants.SP || first == HttpConstants.HT;
    }

    private void reject(HttpMessage request, ByteBuf buffer, List<Object> out, int decoded) {
        rejected = true;
        while (out.size() > decoded) {
            out.remove(out.size() - 1);
        }
        request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("A header field line is folded")));
        out.add(request);
        buffer.skipBytes(buffer.readableBytes());
    }
}
