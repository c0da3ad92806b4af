package backprop.parity.walls;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What other Java projects can call, as text: the twins, the contract for their tests, and every
 * type that one of these hands in or out.
 */
final class PublicApi {
  private static final String[] ENTRIES = {
    "backprop.loops", "backprop.matrix", "backprop.parity.junit"
  };
  private static final Pattern OWN_TYPE =
      Pattern.compile("backprop(?:\\.[a-z]+)+\\.[A-Z]\\w*(?:\\$[A-Z]\\w*)*");

  private final TreeMap<String, List<String>> types = new TreeMap<>();

  private PublicApi() {
    Deque<Class<?>> reached = new ArrayDeque<>();
    new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(ENTRIES)
        .forEach(type -> reached.add(type.reflect()));
    while (!reached.isEmpty()) {
      Class<?> type = reached.remove();
      if (isPublic(type) && !types.containsKey(type.getName())) {
        types.put(type.getName(), describe(type));
        OWN_TYPE
            .matcher(String.join("\n", types.get(type.getName())))
            .results()
            .forEach(name -> reached.add(named(name.group())));
      }
    }
  }

  /** A line per type, and one below it for each member. */
  static List<String> lines() {
    return new PublicApi().types.values().stream().flatMap(List::stream).toList();
  }

  private static List<String> describe(Class<?> type) {
    List<String> lines = new ArrayList<>();
    lines.add(header(type));
    Stream.of(type.getDeclaredConstructors(), type.getDeclaredFields(), type.getDeclaredMethods())
        .flatMap(Stream::of)
        .filter(member -> isVisible((Member) member) && !((Member) member).isSynthetic())
        .map(member -> signature(member).replace(type.getName() + ".", ""))
        .sorted(Comparator.naturalOrder())
        .forEach(member -> lines.add("  " + member));
    return lines;
  }

  private static String header(Class<?> type) {
    // Later JDKs say here what is sealed; for whom, all of them know.
    String header = type.toGenericString().replaceFirst(" (non-)?sealed", "");
    List<Type> above = new ArrayList<>(List.of(type.getGenericInterfaces()));
    if (type.getGenericSuperclass() != null) {
      above.add(0, type.getGenericSuperclass());
    }
    Class<?>[] permitted = type.isSealed() ? type.getPermittedSubclasses() : new Class<?>[0];
    return header + named(" : ", above) + named(" permits ", List.of(permitted));
  }

  private static String named(String before, List<? extends Type> types) {
    String names = types.stream().map(Type::getTypeName).collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : before + names;
  }

  private static String signature(AccessibleObject member) {
    return member instanceof Executable executable
        ? executable.toGenericString()
        : ((Field) member).toGenericString();
  }

  private static boolean isVisible(Member member) {
    return Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
  }

  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
