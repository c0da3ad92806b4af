package backprop.parity.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Ctrl-C, and a polite request to end: the first lets the work come to a good end, the second ends
 * it at once.
 *
 * <p>The platform's handler of signals is reached by name, because javac warns of its package; where
 * there is none, or the signal is taken, the program ends as ever.
 */
final class Interruption {
  private static final int SIGNALLED = 128;

  private volatile int exitCode;

  /** Listens from now on. */
  void listen() {
    for (String signal : new String[] {"INT", "TERM", "HUP"}) {
      try {
        handle(signal);
      } catch (ReflectiveOperationException notHere) {
        return;
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
            received((int) number.invoke(arguments[0]));
          }
          return null;
        };
    Object listener =
        Proxy.newProxyInstance(
            Interruption.class.getClassLoader(), new Class<?>[] {handler}, answer);
    try {
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), listener);
    } catch (java.lang.reflect.InvocationTargetException taken) {
      // Windows knows no HUP, and some signals belong to whoever started the JVM.
    }
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

  /** What a shell expects of a program that was ended by that signal; 130 for Ctrl-C. */
  int exitCode() {
    return exitCode;
  }
}
