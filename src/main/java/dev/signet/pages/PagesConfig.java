package dev.signet.pages;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;
import java.util.Optional;

/** Branding of the pages. */
@ConfigMapping(prefix = "signet.pages")
interface PagesConfig {

    /** Name of this service on its pages. */
    @WithDefault("Signet")
    String name();

    /** File of the logo: PNG, SVG, WebP or JPEG, at most 256 KiB. */
    Optional<Path> logo();

    /** Colour of buttons and links, as {@code #rrggbb}. Their text is white or black, depending on the contrast. */
    @WithDefault("#3056d3")
    String accentColor();
}
