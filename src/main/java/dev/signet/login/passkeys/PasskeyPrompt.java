package dev.signet.login.passkeys;

import dev.signet.jose.json.JsonText;
import dev.signet.pages.PageScript;
import io.quarkus.qute.TemplateData;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A started ceremony on a page: the members of its form, and the script that calls the authenticator.
 *
 * @param ceremony the token in a hidden field
 * @param options the options for the authenticator as JSON
 */
@TemplateData // otherwise the native binary knows only the members that are arguments of messages
public record PasskeyPrompt(String ceremony, String options) {

    private static final String RESOURCE = "passkeys.js";

    /** The only script of pages with a passkey. */
    public static final PageScript SCRIPT = PageScript.of(read());

    /** Returns the prompt of a ceremony. */
    public static PasskeyPrompt of(PasskeyCeremony started) {
        return new PasskeyPrompt(started.ceremony(), JsonText.of(started.options()));
    }

    /** Returns the text of the script. */
    public String script() {
        return SCRIPT.text();
    }

    private static String read() {
        try (InputStream file = PasskeyPrompt.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "PasskeyPrompt";
    }
}
