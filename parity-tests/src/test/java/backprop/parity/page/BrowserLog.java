package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What the browser noted: what it complained of, and what it asked the network for. */
public final class BrowserLog {
  private static final Pattern REQUEST =
      Pattern.compile("Network\\.requestWillBeSent\".*?\"url\":\"([^\"]*)\"");

  private BrowserLog() {}

  /** Leaves out what was noted before. */
  public static void forget(ChromeDriver driver) {
    driver.manage().logs().get(LogType.BROWSER);
    driver.manage().logs().get(LogType.PERFORMANCE);
  }

  /** Nothing was complained of, and nothing but the file itself and pictures in it was asked for. */
  public static void requireQuiet(ChromeDriver driver) {
    assertThat(driver.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    List<String> requests =
        driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
            .map(LogEntry::getMessage)
            .flatMap(message -> REQUEST.matcher(message).results())
            .map((MatchResult result) -> result.group(1))
            .toList();
    // A window that opens slowly still loads the browser's own first page.
    assertThat(requests)
        .isNotEmpty()
        .allMatch(url -> url.matches("file:.*\\.html|data:.*|chrome:.*"));
  }
}
