package backprop.parity.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * Ctrl-C, and a polite request to end: the first lets the work come to a good end, the second ends
 * it at once.
 *
 * <p>The platform's handler of signals is reached by name, because javac warns of its package; where
 * there is none, or the signal is taken, the program ends as ever.
 */
final class Interruption implements AutoCloseable {
  private static final int SIGNALLED = 128;

  private final List<Runnable> restorations = new ArrayList<>();
  private volatile int exitCode;

  private Interruption() {}

  /** Listens from now on. */
  static Interruption listen() {
    Interruption interruption = new Interruption();
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
            received((int) number.invoke(arguments[0]));
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

  private void received(int signal) {
    if (exitCode != 0) {
      Runtime.getRuntime().halt(SIGNALLED + signal);
    }
    exitCode = SIGNALLED + signal;
  }

  /** Whether there was a signal. */
  boolean happened() {
    return exitCode != 0;
  }

  /** Leaves signals to whoever had them before. */
  @Override
  public void close() {
    restorations.forEach(Runnable::run);
  }

  /** What a shell expects of a program that was ended by that signal; 130 for Ctrl-C. */
  int exitCode() {
    return exitCode;
  }
}
