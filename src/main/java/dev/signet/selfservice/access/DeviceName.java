package dev.signet.selfservice.access;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a device in plain words, from the {@code User-Agent} header (RFC 9110 §10.1.5). Clients choose the header
 * themselves, so that it is a help to users and never evidence.
 *
 * @param program the browser or another program; empty if it is unknown
 * @param system the operating system or the kind of device; empty if it is unknown
 */
@TemplateData
record DeviceName(String program, String system) {

    private static final DeviceName UNKNOWN = new DeviceName("", "");
    private static final Pattern PRODUCT = Pattern.compile("([A-Za-z][A-Za-z0-9._-]{0,30})(?:/.*)?", Pattern.DOTALL);
    // Browsers also name those that they resemble, so the order decides.
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edg/", "Edge");
        BROWSERS.put("EdgA/", "Edge");
        BROWSERS.put("EdgiOS/", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("SamsungBrowser/", "Samsung Internet");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("FxiOS/", "Firefox");
        BROWSERS.put("CriOS/", "Chrome");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    static DeviceName of(@Nullable String userAgent) {
        if (userAgent == null) {
            return UNKNOWN;
        }
        String browser = find(BROWSERS, userAgent);
        return browser.isEmpty() ? ofProgram(userAgent) : new DeviceName(browser, find(SYSTEMS, userAgent));
    }

    // The first product of every other program, such as curl.
    private static DeviceName ofProgram(String userAgent) {
        Matcher product = PRODUCT.matcher(userAgent);
        return product.matches() && !product.group(1).equals("Mozilla")
                ? new DeviceName(product.group(1), "")
                : UNKNOWN;
    }

    private static String find(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
