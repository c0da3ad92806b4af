package backprop.parity.training;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C, and a polite request to end: the first lets the work come to a good end, the second ends
 * it at once, with a last word. Whoever asks with another signal than that of Ctrl-C has no second
 * one to send but the one that cannot be heard, so after a while the first ends it as well.
 *
 * <p>The platform's handler of signals is reached by name, because javac warns of its package; where
 * there is none, or the signal is taken, the program ends as ever.
 */
final class Interruption implements AutoCloseable {
  private static final int SIGNALLED = 128;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LONGEST_WORD = Duration.ofMillis(500);

  private final List<Runnable> restorations = new ArrayList<>();
  private final AtomicInteger exitCode = new AtomicInteger();
  private final Runnable atFirst;
  private final Runnable lastWord;

  private Interruption(Runnable atFirst, Runnable lastWord) {
    this.atFirst = atFirst;
    this.lastWord = lastWord;
  }

  /**
   * Listens from now on.
   *
   * @param atFirst what to do at the first signal
   * @param lastWord what to say before the end at once
   */
  static Interruption listen(Runnable atFirst, Runnable lastWord) {
    Interruption interruption = new Interruption(atFirst, lastWord);
    for (String signal : new String[] {"INT", "TERM", "HUP"}) {
      try {
        interruption.handle(signal);
      } catch (ReflectiveOperationException notHere) {
        // Windows knows no HUP, and some signals belong to whoever started the JVM.
      }
    }
    return interruption;
  }

  private void handle(String name) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Method number = signal.getMethod("getNumber");
    InvocationHandler answer =
        (proxy, method, arguments) -> {
          if (method.getName().equals("handle")) {
            received(name, (int) number.invoke(arguments[0]));
          }
          return null;
        };
    Object listener =
        Proxy.newProxyInstance(
            Interruption.class.getClassLoader(), new Class<?>[] {handler}, answer);
    Method handle = signal.getMethod("handle", signal, handler);
    Object named = signal.getConstructor(String.class).newInstance(name);
    Object before = handle.invoke(null, named, listener);
    restorations.add(
        () -> {
          try {
            handle.invoke(null, named, before);
          } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
          }
        });
  }

  /** Each signal comes in a thread of its own; only one of two that come together is the first. */
  private void received(String name, int signal) {
    if (!exitCode.compareAndSet(0, SIGNALLED + signal)) {
      endAtOnce(SIGNALLED + signal);
    }
    if (!name.equals("INT")) {
      endAfterAWhile();
    }
    atFirst.run();
  }

  /** Whoever holds the screen and waits for its reader must not put off the end. */
  private void endAtOnce(int code) {
    Thread speaker = new Thread(lastWord);
    speaker.setDaemon(true);
    speaker.start();
    try {
      speaker.join(LONGEST_WORD.toMillis());
    } catch (InterruptedException neverSent) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(code);
  }

  /** What was written before is whole; what is being written takes its place only when it is. */
  private void endAfterAWhile() {
    Thread end =
        new Thread(
            () -> {
              try {
                Thread.sleep(PATIENCE.toMillis());
                endAtOnce(exitCode());
              } catch (InterruptedException neverSent) {
                Thread.currentThread().interrupt();
              }
            });
    end.setDaemon(true);
    end.start();
  }

  /** Whether there was a signal. */
  boolean happened() {
    return exitCode() != 0;
  }

  /** Leaves signals to whoever had them before. */
  @Override
  public void close() {
    restorations.forEach(Runnable::run);
  }

  /** What a shell expects of a program that was ended by that signal; 130 for Ctrl-C. */
  int exitCode() {
    return exitCode.get();
  }
}
