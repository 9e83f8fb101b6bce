package dev.signet.support.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static dev.signet.support.Polling.await;

/** Headless Chromium of the machine, as Debian's packages {@code chromium} and {@code chromium-driver} install it. */
public final class Chromium implements AutoCloseable {

    private static final File BROWSER = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    public static boolean isInstalled() {
        return BROWSER.canExecute() && DRIVER.canExecute();
    }

    public static Chromium start(String language) {
        return start(language, List.of());
    }

    /** Starts a browser that reaches Signet at the URL of its issuer, on any port. */
    public static Chromium startAtIssuer(String language, int port) {
        return start(language, List.of("--host-resolver-rules=MAP localhost:8080 127.0.0.1:" + port));
    }

    private static Chromium start(String language, List<String> arguments) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=" + language,
                "--force-device-scale-factor=1");
        options.addArguments(arguments);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER)
                        .usingAnyFreePort()
                        .build(),
                options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(1)).scriptTimeout(Duration.ofMinutes(1));
        return new Chromium(driver);
    }

    /** Deletes all cookies. */
    public void forget() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    public ChromeDriver driver() {
        return driver;
    }

    public void open(String url) {
        driver.get(url);
    }

    public WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Returns the focused element. */
    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Types into the focused element, presses Enter and waits for the page that follows. */
    public void submit(CharSequence... typed) {
        submit(focused(), typed);
    }

    /** Types into an element, presses Enter and waits for the page that follows. */
    public void submit(WebElement element, CharSequence... typed) {
        WebElement page = find("html");
        element.sendKeys(Stream.concat(Stream.of(typed), Stream.of(Keys.ENTER)).toArray(CharSequence[]::new));
        await().until(() -> isReplaced(page) && isLoaded());
    }

    private static boolean isReplaced(WebElement page) {
        try {
            page.getTagName();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        } catch (WebDriverException e) {
            // While the page is being replaced, the driver may report the error of its inspector instead.
            return String.valueOf(e.getMessage()).contains("does not belong to the document");
        }
    }

    private boolean isLoaded() {
        return "complete".equals(driver.executeScript("return document.readyState"));
    }

    /** Stores screenshots of the page for a desktop and a phone, in light and dark colours. */
    public void photograph(String name) {
        for (String scheme : List.of("light", "dark")) {
            driver.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            photograph(name, scheme, "screen", 1_280, 800);
            photograph(name, scheme, "phone", 375, 812);
        }
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private void photograph(String name, String scheme, String kind, int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", kind.equals("phone")));
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(
                    SCREENSHOTS.resolve(name + "-" + scheme + "-" + kind + ".png"),
                    driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the violations that axe-core finds in either colour scheme: rule and element. */
    @SuppressWarnings("unchecked")
    public List<String> barriers() {
        List<String> barriers = new ArrayList<>();
        for (String scheme : List.of("light", "dark")) {
            driver.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            driver.executeScript(axe());
            barriers.addAll((List<String>) driver.executeAsyncScript(
                    "const done = arguments[0]; axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                            + " 'wcag22aa', 'best-practice']}).then(found => done(found.violations.flatMap(v =>"
                            + " v.nodes.map(n => v.id + ' ' + n.html + ' ' + n.failureSummary))),"
                            + " failure => done([String(failure)]))"));
        }
        return barriers;
    }

    /** Returns whether the page is wider than its window. */
    public boolean scrollsSideways() {
        return Boolean.TRUE.equals(driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    public void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    private static String axe() {
        try (InputStream script = Chromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
