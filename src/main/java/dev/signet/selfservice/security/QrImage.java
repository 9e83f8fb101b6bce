package dev.signet.selfservice.security;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as an SVG image. Scanners need the quiet zone of four modules around it (ISO/IEC 18004 §5.3.8). */
final class QrImage {

    private static final int QUIET_ZONE = 4;

    private QrImage() {}

    /** Returns the {@code svg} element for a text. It contains no script, style or text. */
    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * QUIET_ZONE;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(size)
                .append(' ')
                .append(size)
                .append("\" aria-hidden=\"true\" shape-rendering=\"crispEdges\">")
                .append("<path fill=\"#ffffff\" d=\"M0,0h")
                .append(size)
                .append('v')
                .append(size)
                .append("H0z\"/><path fill=\"#000000\" d=\"");
        for (int y = 0; y < code.size; y++) {
            appendRow(svg, code, y);
        }
        return svg.append("\"/></svg>").toString();
    }

    // One rectangle for each run of dark modules.
    private static void appendRow(StringBuilder svg, QrCode code, int y) {
        int x = 0;
        while (x < code.size) {
            int start = x;
            while (x < code.size && code.getModule(x, y)) {
                x++;
            }
            int length = x - start;
            if (length > 0) {
                svg.append('M')
                        .append(start + QUIET_ZONE)
                        .append(',')
                        .append(y + QUIET_ZONE)
                        .append('h')
                        .append(length)
                        .append("v1h-")
                        .append(length)
                        .append('z');
            }
            x++;
        }
    }
}
