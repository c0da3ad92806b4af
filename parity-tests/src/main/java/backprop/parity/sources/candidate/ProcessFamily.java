package backprop.parity.sources.candidate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program and all it has started.
 *
 * <p>Once a program is gone, nobody knows any more which processes were its children. So they are
 * looked up while it runs; and all of them inherit a mark in their environment and the pipes that
 * lead here, by which Linux finds even those that were too quick for that.
 */
final class ProcessFamily {
  private static final String MARK = "BACKPROP_CANDIDATE";
  private static final long LOOK_EVERY_MILLISECONDS = 50;
  private static final long WAIT_FOR_END_MILLISECONDS = 2_000;

  private final byte[] mark;
  private final Set<ProcessHandle> descendants = new LinkedHashSet<>();
  private final Thread atShutdown = new Thread(this::destroy, "candidate-shutdown");
  private Process program;
  private Set<Path> pipes = Set.of();
  private volatile boolean ended;

  private ProcessFamily(String mark) {
    this.mark = (MARK + "=" + mark).getBytes(StandardCharsets.UTF_8);
  }

  /** Starts a program with the mark in its environment; from its first moment it can be ended. */
  static ProcessFamily start(ProcessBuilder builder) throws IOException {
    String mark = UUID.randomUUID().toString();
    builder.environment().put(MARK, mark);
    ProcessFamily family = new ProcessFamily(mark);
    Runtime.getRuntime().addShutdownHook(family.atShutdown);
    try {
      family.startProgram(builder);
    } catch (IOException noShell) {
      family.end();
      throw noShell;
    }
    return family;
  }

  private synchronized void startProgram(ProcessBuilder builder) throws IOException {
    if (ended) {
      throw new IOException("this program is ending itself");
    }
    program = builder.start();
    pipes = pipes(program.pid(), Stream.of("0", "1", "2"));
    Thread watcher = new Thread(this::watch, "candidate-family");
    watcher.setDaemon(true);
    watcher.start();
  }

  Process program() {
    return program;
  }

  private void watch() {
    while (!ended && program.isAlive()) {
      look();
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Remembers the children of now, and the children of those whose parents are gone. */
  private synchronized void look() {
    program.descendants().forEach(descendants::add);
    Set.copyOf(descendants).forEach(child -> child.descendants().forEach(descendants::add));
    descendants.removeIf(child -> !child.isAlive());
  }

  /** Ends every one of them and does not return before they are gone. */
  void end() {
    destroy();
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException shuttingDown) {
      // Then the hook does the same.
    }
  }

  /** Looks twice, because a child may have been started during the first look. */
  private synchronized void destroy() {
    ended = true;
    if (program == null) {
      return;
    }
    for (int round = 0; round < 2; round++) {
      look();
      // By its handle: the program itself would first write out what nobody reads, and wait.
      program.toHandle().destroyForcibly();
      ProcessHandle.allProcesses().filter(this::isRelated).forEach(descendants::add);
      descendants.forEach(ProcessHandle::destroyForcibly);
    }
    waitFor(program.toHandle());
    descendants.forEach(ProcessFamily::waitFor);
  }

  private boolean isRelated(ProcessHandle process) {
    boolean here = process.pid() == ProcessHandle.current().pid();
    return !here && (isMarked(process) || holdsPipe(process.pid()));
  }

  private boolean holdsPipe(long pid) {
    String[] open = Path.of("/proc", pid + "", "fd").toFile().list();
    return open != null && !Collections.disjoint(pipes, pipes(pid, Stream.of(open)));
  }

  private static Set<Path> pipes(long pid, Stream<String> open) {
    return open.flatMap(number -> pipe(Path.of("/proc", pid + "", "fd", number)).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<Path> pipe(Path open) {
    try {
      Path target = Files.readSymbolicLink(open);
      return target.toString().startsWith("pipe:") ? Optional.of(target) : Optional.empty();
    } catch (IOException anotherPlatformOrUser) {
      return Optional.empty();
    }
  }

  private boolean isMarked(ProcessHandle process) {
    try {
      byte[] environment = Files.readAllBytes(Path.of("/proc", process.pid() + "", "environ"));
      return contains(environment, mark);
    } catch (IOException anotherPlatformOrUser) {
      return false;
    }
  }

  private static boolean contains(byte[] text, byte[] part) {
    for (int start = 0; start + part.length <= text.length; start++) {
      if (Arrays.equals(text, start, start + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  /** Where nobody collects orphans, an ended one stays listed, but without its command. */
  private static void waitFor(ProcessHandle process) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_FOR_END_MILLISECONDS);
    while (isRunning(process) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }
}
