package dev.signet.pages;

import java.util.regex.Pattern;

/** An sRGB colour and the readable text colour on it (WCAG 2.2 §1.4.3). */
record Color(String hex) {

    private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final String LIGHT = "#ffffff";
    private static final String DARK = "#10131a";

    Color {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a color must have the form #rrggbb");
        }
    }

    /** Returns the colour with the higher contrast to this colour: white or almost black. */
    String textColor() {
        return contrast(luminance(LIGHT), luminance(hex)) >= contrast(luminance(DARK), luminance(hex)) ? LIGHT : DARK;
    }

    private static double contrast(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
    }

    private static double linear(String hex, int offset) {
        double channel = Integer.parseInt(hex.substring(offset, offset + 2), 16) / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
