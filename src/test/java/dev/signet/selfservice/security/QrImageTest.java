package dev.signet.selfservice.security;

import io.nayuki.qrcodegen.QrCode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

class QrImageTest {

    private static final String TEXT =
            "otpauth://totp/id.example.com:alice?secret=JBSWY3DPEHPK3PXP&issuer=id.example.com";
    private static final Pattern RUN = Pattern.compile("M(\\d+),(\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int QUIET_ZONE = 4;

    @Test
    void imageHasTheModulesOfTheCode() {
        QrCode code = QrCode.encodeText(TEXT, QrCode.Ecc.MEDIUM);
        boolean[][] dark = dark(code.size + 2 * QUIET_ZONE);

        for (int y = -QUIET_ZONE; y < code.size + QUIET_ZONE; y++) {
            for (int x = -QUIET_ZONE; x < code.size + QUIET_ZONE; x++) {
                // The library returns false for modules outside of the code.
                assertThat(dark[y + QUIET_ZONE][x + QUIET_ZONE])
                        .as("module %d,%d", x, y)
                        .isEqualTo(code.getModule(x, y));
            }
        }
    }

    private static boolean[][] dark(int size) {
        Element svg = Jsoup.parse(QrImage.of(TEXT)).selectFirst("svg");
        assertThat(svg.attr("viewBox")).isEqualTo("0 0 " + size + " " + size);
        boolean[][] dark = new boolean[size][size];
        Matcher run = RUN.matcher(svg.select("path").get(1).attr("d"));
        while (run.find()) {
            assertThat(run.group(3)).isEqualTo(run.group(4));
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                dark[Integer.parseInt(run.group(2))][Integer.parseInt(run.group(1)) + i] = true;
            }
        }
        return dark;
    }
}
