package backprop.parity.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** JDKs that lie beside the one that runs, as on most systems all do. */
final class InstalledJdks {
  private static final int FIRST = 17;

  private InstalledJdks() {}

  /** The {@code java} of one JDK of each other version from 17 on. */
  static List<Path> others() throws IOException {
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    Map<Integer, Path> found = new TreeMap<>();
    try (Stream<Path> homes = Files.list(home.getParent())) {
      for (Path other : homes.sorted().toList()) {
        Path java = other.resolve("bin").resolve("java");
        if (Files.isExecutable(java)) {
          found.putIfAbsent(version(other), java);
        }
      }
    }
    found.keySet().removeIf(version -> version < FIRST);
    found.remove(Runtime.version().feature());
    return List.copyOf(found.values());
  }

  /** From the file that every JDK has about itself; 0 if it has none. */
  private static int version(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isReadable(release)) {
      return 0;
    }
    Properties about = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      about.load(in);
    }
    String version = about.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(version.replaceFirst("\\D.*", ""));
  }
}
