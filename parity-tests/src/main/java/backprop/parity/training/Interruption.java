package backprop.parity.training;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C, and the signals TERM and HUP: the first lets the work come to a good end, the second ends
 * it at once.
 *
 * <p>The platform's handler of signals is reached by name, because javac warns of its package; where
 * there is none, or the signal is taken, the program ends as it would without this class.
 */
final class Interruption implements AutoCloseable {
  private static final int SIGNALLED = 128;

  private final List<Runnable> restorations = new ArrayList<>();
  private final AtomicInteger exitCode = new AtomicInteger();
  private final Runnable atFirst;

  /** Listens from now on; the first signal starts what is given. */
  Interruption(Runnable atFirst) {
    this.atFirst = atFirst;
    for (String signal : new String[] {"INT", "TERM", "HUP"}) {
      try {
        handle(signal);
      } catch (ReflectiveOperationException notHere) {
        // Windows knows no HUP, and some signals belong to the program that started the JVM.
      }
    }
  }

  private void handle(String name) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Method number = signal.getMethod("getNumber");
    InvocationHandler answer =
        (proxy, method, arguments) -> {
          if (method.getName().equals("handle")) {
            received(SIGNALLED + (int) number.invoke(arguments[0]));
          }
          return null;
        };
    Object listener =
        Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, answer);
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
  private void received(int code) {
    if (exitCode.compareAndSet(0, code)) {
      atFirst.run();
    } else {
      Runtime.getRuntime().halt(code);
    }
  }

  /** Whether there was a signal. */
  boolean happened() {
    return exitCode() != 0;
  }

  /** What a shell expects of a program that was ended by that signal; 130 for Ctrl-C. */
  int exitCode() {
    return exitCode.get();
  }

  /** Gives the signals back to their handlers from before. */
  @Override
  public void close() {
    restorations.forEach(Runnable::run);
  }
}
