import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;

/**
 * Writes the configuration keys of the Flink jars that are given, one JSON object a line: key, type, default, values. Flink's
 * descriptions are not ours and are left out.
 *
 * <p>{@code java DumpFlinkOptions.java <flink>/lib/*.jar}
 */
public class DumpFlinkOptions {
  public static void main(String[] jars) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String jar : jars) urls.add(new File(jar).toURI().toURL());
    ClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]));
    Class<?> optionClass = loader.loadClass("org.apache.flink.configuration.ConfigOption");
    Map<String, String> lines = new TreeMap<>();
    for (String jar : jars) {
      try (JarFile file = new JarFile(jar)) {
        file.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.matches("org/apache/flink/[^$]*Options\\.class"))
            .filter(name -> !name.contains("/connector/") && !name.contains("/formats/"))
            .map(name -> name.replace('/', '.').replaceAll("\\.class$", ""))
            .forEach(name -> dump(name, loader, optionClass, lines));
      }
    }
    lines.values().forEach(System.out::println);
  }

  private static void dump(
      String className, ClassLoader loader, Class<?> optionClass, Map<String, String> lines) {
    Field[] fields;
    try {
      fields = Class.forName(className, true, loader).getFields();
    } catch (LinkageError | ClassNotFoundException missing) {
      System.err.println("Left out " + className + ": " + missing);
      return;
    }
    for (Field field : fields) {
      if (!Modifier.isStatic(field.getModifiers()) || field.getType() != optionClass) continue;
      try {
        Object option = field.get(null);
        String key = (String) call(option, "key");
        if (key.startsWith("$internal") || key.contains("<")) continue;
        lines.put(key, line(option, key));
        for (Object older : (Iterable<?>) call(option, "fallbackKeys")) {
          String name = (String) call(older, "getKey");
          lines.putIfAbsent(name, line(option, name));
        }
      } catch (ReflectiveOperationException | LinkageError broken) {
        System.err.println("Left out " + className + "." + field.getName() + ": " + broken);
      }
    }
  }

  private static String line(Object option, String key) throws ReflectiveOperationException {
    Class<?> type = (Class<?>) call(option, "getClazz");
    boolean isList = (Boolean) call(option, "isList");
    Object value = call(option, "defaultValue");
    StringBuilder line = new StringBuilder("{\"key\":" + json(key));
    line.append(",\"type\":").append(json(isList ? "list" : typeOf(type)));
    if (value != null && isPlain(value)) line.append(",\"default\":").append(json(text(value)));
    if (type.isEnum()) {
      List<String> values = new ArrayList<>();
      for (Object constant : type.getEnumConstants()) values.add(json(constant.toString()));
      line.append(",\"values\":[").append(String.join(",", values)).append(']');
    }
    return line.append('}').toString();
  }

  private static String typeOf(Class<?> type) {
    if (type == Boolean.class) return "boolean";
    if (type == Integer.class || type == Long.class) return "integer";
    if (type == Double.class || type == Float.class) return "number";
    if (type == Duration.class) return "duration";
    if (type.getSimpleName().equals("MemorySize")) return "memory";
    if (type.isEnum()) return "enum";
    if (Map.class.isAssignableFrom(type)) return "map";
    return "string";
  }

  /** Not what the machine that this runs on gives: its directories, its number of processors. */
  private static boolean isPlain(Object value) {
    return !value.toString().contains(System.getProperty("java.io.tmpdir"))
        && !(value instanceof Map);
  }

  private static String text(Object value) {
    if (value instanceof Duration) return duration((Duration) value);
    if (value instanceof List) {
      List<String> items = new ArrayList<>();
      for (Object item : (List<?>) value) items.add(String.valueOf(item));
      return String.join(";", items);
    }
    return value.toString();
  }

  private static String duration(Duration value) {
    long ms = value.toMillis();
    if (ms % 86_400_000 == 0 && ms > 0) return ms / 86_400_000 + " d";
    if (ms % 3_600_000 == 0 && ms > 0) return ms / 3_600_000 + " h";
    if (ms % 60_000 == 0 && ms > 0) return ms / 60_000 + " min";
    return ms % 1_000 == 0 ? ms / 1_000 + " s" : ms + " ms";
  }

  private static Object call(Object target, String name) throws ReflectiveOperationException {
    for (Method method : target.getClass().getDeclaredMethods()) {
      if (!method.getName().equals(name) || method.getParameterCount() > 0) continue;
      method.setAccessible(true);
      return method.invoke(target);
    }
    throw new NoSuchMethodException(name);
  }

  private static String json(String text) {
    StringBuilder result = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') result.append('\\').append(c);
      else if (c < ' ') result.append(String.format("\\u%04x", (int) c));
      else result.append(c);
    }
    return result.append('"').toString();
  }
}
