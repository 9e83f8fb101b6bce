package dev.signet.pages;

import io.quarkus.qute.i18n.MessageBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

/** The completeness of the German translations. */
class TranslationsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.signet.pages.PageMessages",
                "dev.signet.oauth.authorize.page.AuthorizeMessages",
                "dev.signet.links.page.LinkMessages",
                "dev.signet.links.mail.text.MailMessages",
                "dev.signet.oidc.logout.LogoutMessages",
                "dev.signet.selfservice.AccountMessages"
            })
    void everyMessageIsTranslated(String bundle) throws Exception {
        Class<?> messages = Class.forName(bundle);
        Properties german = read(messages.getAnnotation(MessageBundle.class).value());

        assertThat(german.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(messages.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
        assertThat(german.values())
                .noneSatisfy(text -> assertThat((String) text).isBlank());
    }

    private static Properties read(String bundle) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(
                Files.readString(Path.of("src/main/resources/messages/" + bundle + "_de.properties"))));
        return properties;
    }
}
