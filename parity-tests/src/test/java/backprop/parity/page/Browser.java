package backprop.parity.page;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * One Chromium for all browser tests, handed to every test that asks for a {@link ChromeDriver}.
 *
 * <p>Where there is none the tests are skipped and say so; in CI there must be one.
 */
public final class Browser implements BeforeAllCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(Browser.class);

  /** Ends the browser and removes what it wrote, after the last test of all. */
  private record Running(ChromeDriver driver, Path profile) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      driver.quit();
      try (Stream<Path> files = Files.walk(profile)) {
        files.sorted((one, other) -> other.compareTo(one)).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    boolean installed = program("chromium").isPresent() && program("chromedriver").isPresent();
    if (!installed && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException("expected chromium and chromedriver in CI, found none");
    }
    Assumptions.assumeTrue(
        installed, "skipped: chromium and chromedriver (Debian: chromium-driver) not installed");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ChromeDriver.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .computeIfAbsent(Running.class, key -> start(), Running.class)
        .driver();
  }

  private static Optional<File> program(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> new File(folder, name))
        .filter(File::canExecute)
        .findFirst();
  }

  private static Running start() {
    try {
      Path profile = Files.createTempDirectory("page-tests");
      ChromeOptions options = new ChromeOptions();
      options.setBinary(program("chromium").orElseThrow());
      options.addArguments(
          List.of(
              "--headless",
              "--no-sandbox",
              "--disable-gpu",
              "--no-first-run",
              "--disable-background-networking",
              "--disable-component-update",
              "--disable-sync",
              "--lang=en",
              "--window-size=1360,1000",
              "--user-data-dir=" + profile));
      LoggingPreferences everything = new LoggingPreferences();
      everything.enable(LogType.BROWSER, Level.ALL);
      everything.enable(LogType.PERFORMANCE, Level.ALL);
      options.setCapability("goog:loggingPrefs", everything);
      ChromeDriverService service =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(program("chromedriver").orElseThrow())
              .build();
      ChromeDriver driver = new ChromeDriver(service, options);
      // Nothing to wait for, and the movement itself is looked at where it is tested.
      emulate(driver, "prefers-reduced-motion", "reduce");
      // As if its window were the one in front: otherwise nothing on a page gets the focus.
      driver.executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
      return new Running(driver, profile);
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** What the reader's system says that the reader prefers. */
  public static void emulate(ChromeDriver driver, String feature, String value) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", feature, "value", value))));
  }
}
