package backprop.parity.page;

import backprop.parity.io.CaseReader;
import backprop.parity.io.Limits;
import backprop.parity.io.ResultReader;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** A page in the browser, and what a reader does with it. */
record OpenPage(ChromeDriver driver) {
  /** Writes the page of a case to disk and opens it from there. */
  static OpenPage of(ChromeDriver driver, Case question) {
    return of(driver, question, CaseOrigin.FILE);
  }

  /** The same for a case that comes from there. */
  static OpenPage of(ChromeDriver driver, Case question, CaseOrigin origin) {
    try {
      Path file = Files.createTempFile("page", ".html");
      file.toFile().deleteOnExit();
      Files.writeString(file, Page.of(question, origin));
      driver.get(file.toUri().toString());
      return new OpenPage(driver);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** What is written there, whether it is on the screen or not. */
  String text(String selector) {
    return find(selector).getDomProperty("textContent");
  }

  List<String> texts(String selector) {
    return all(selector).stream().map(each -> each.getDomProperty("textContent")).toList();
  }

  /** A click, wherever on the page that is, until everything that it changed is laid out. */
  void click(String selector) {
    driver.executeScript("arguments[0].click()", find(selector));
    settle();
  }

  /** Waits until every section is laid out. */
  void settle() {
    driver.executeAsyncScript(
        """
        const [done] = arguments;
        const wait = () =>
          document.querySelector(".later") ? requestAnimationFrame(wait) : done();
        wait();
        """);
  }

  void step(int number) {
    click("[data-focus=step-%d]".formatted(number));
  }

  /** The number with this name, as the command line calls it. */
  WebElement entry(String name) {
    return find("[data-focus='%s']".formatted(name));
  }

  void focus(String name) {
    driver.executeScript("arguments[0].focus()", entry(name));
  }

  /** How samples and weights are stored, in the whole page. */
  void layout(boolean samplesInRows, boolean bySender) {
    click("#switches [data-focus=samplesInRows-" + samplesInRows + "]");
    click("#switches [data-focus=bySender-" + bySender + "]");
  }

  /** Types a number over another, wherever the page shows that first. */
  void change(String label, String number) {
    if (driver.findElements(By.cssSelector("input[aria-label='%s']".formatted(label))).isEmpty()) {
      goTo(label);
    }
    String type =
        "arguments[0].value = arguments[1];"
            + " arguments[0].dispatchEvent(new Event('input', {bubbles: true}))";
    driver.executeScript(type, field(label), number);
  }

  /** To the step that reads a number of the case: step 1, 4 or 8. */
  private void goTo(String label) {
    step(label.startsWith("targets") ? 4 : label.equals("Learning rate") ? 8 : 1);
    if (label.startsWith("activations")) {
      click("[data-focus=layer-1]");
    }
  }

  /** The field of one number of the case. */
  WebElement field(String label) {
    return find("#stage input[aria-label='%s']".formatted(label));
  }

  /**
   * What the page offers to take along.
   *
   * @param question the case as the page holds it now
   * @param forms what the loops give, then what the matrices give
   */
  record TakenAlong(Case question, List<Result> forms) {}

  /** Reads what the page offers with the readers that the command line has. */
  TakenAlong takenAlong() {
    openAlong();
    List<String> texts = values("#case-json", "#loops-json", "#matrix-json");
    byte[] json = texts.get(0).getBytes(StandardCharsets.UTF_8);
    CaseReader reader = new CaseReader(Limits.DEFAULT);
    Case question = reader.read("page", new ByteArrayInputStream(json)).get(0);
    List<Result> forms =
        texts.subList(1, 3).stream()
            .map(text -> ResultReader.readLine("page", text).resultFor(question))
            .toList();
    return new TakenAlong(question, forms);
  }

  /** The texts are written once somebody wants them. */
  void openAlong() {
    driver.executeAsyncScript(
        """
        const along = document.getElementById("along");
        if (along.open) {
          arguments[0]();
        } else {
          along.addEventListener("toggle", () => arguments[0](), { once: true });
          along.open = true;
        }
        """);
  }

  /** What is written in these fields. */
  List<String> values(String... selectors) {
    String script =
        "return [...arguments].map((selector) => document.querySelector(selector).value)";
    Object[] arguments = selectors;
    return ((List<?>) driver.executeScript(script, arguments))
        .stream().map(String::valueOf).toList();
  }
}
