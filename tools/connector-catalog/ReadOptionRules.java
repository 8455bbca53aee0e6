import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.ServiceLoader;
import org.apache.seatunnel.api.configuration.Option;
import org.apache.seatunnel.api.configuration.SingleChoiceOption;
import org.apache.seatunnel.api.configuration.util.Condition;
import org.apache.seatunnel.api.configuration.util.Expression;
import org.apache.seatunnel.api.configuration.util.OptionRule;
import org.apache.seatunnel.api.configuration.util.RequiredOption;
import org.apache.seatunnel.api.table.factory.Factory;

/**
 * Writes what the factories in SeaTunnel's jars say about their options, one JSON object a line: names, types, defaults, choices and
 * rules. Descriptions are SeaTunnel's and are left out: ours are written by hand.
 *
 * <p>{@code java -cp <starter>:<hadoop> ReadOptionRules.java <connector jar>...}
 */
public class ReadOptionRules {
  public static void main(String[] jars) throws Exception {
    // What a factory prints while it is loaded is no part of the answer.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    for (String jar : jars) read(new File(jar), out);
  }

  private static void read(File jar, PrintStream out) throws Exception {
    // A class loader of its own for each: jars carry copies of the same classes.
    ClassLoader api = ReadOptionRules.class.getClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toURI().toURL()}, api)) {
      Thread.currentThread().setContextClassLoader(loader);
      Iterator<Factory> factories = ServiceLoader.load(Factory.class, loader).iterator();
      while (true) {
        try {
          if (!factories.hasNext()) return;
          Factory factory = factories.next();
          if (factory.getClass().getClassLoader() != loader) continue;
          String kind = kindOf(factory.getClass());
          if (kind == null) continue;
          out.println(json(describe(jar, kind, factory)));
        } catch (NoSuchElementException ended) {
          return;
        } catch (Throwable broken) {
          System.err.println("Left out a factory of " + jar.getName() + ": " + broken);
        }
      }
    }
  }

  private static Map<String, Object> describe(File jar, String kind, Factory factory) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("jar", jar.getName());
    result.put("package", factory.getClass().getPackageName());
    result.put("kind", kind);
    result.put("name", factory.factoryIdentifier());
    Map<String, Object> options = new LinkedHashMap<>();
    OptionRule rule = factory.optionRule();
    List<Object> required = new ArrayList<>();
    List<Object> exclusive = new ArrayList<>();
    List<Object> bundled = new ArrayList<>();
    List<Object> conditional = new ArrayList<>();
    for (RequiredOption each : rule.getRequiredOptions()) {
      List<Object> keys = keysOf(each.getOptions(), options);
      if (each instanceof RequiredOption.ConditionalRequiredOptions) {
        Expression when = ((RequiredOption.ConditionalRequiredOptions) each).getExpression();
        conditional.add(map("when", anyOf(when, options), "required", keys));
      } else if (each instanceof RequiredOption.ExclusiveRequiredOptions) exclusive.add(keys);
      else if (each instanceof RequiredOption.BundledRequiredOptions) bundled.add(keys);
      else required.addAll(keys);
    }
    keysOf(rule.getOptionalOptions(), options);
    result.put("options", options);
    result.put("required", required);
    result.put("exclusive", exclusive);
    result.put("bundled", bundled);
    result.put("conditional", conditional);
    return result;
  }

  private static List<Object> keysOf(Collection<Option<?>> list, Map<String, Object> options) {
    List<Object> keys = new ArrayList<>();
    for (Option<?> option : list) {
      options.putIfAbsent(option.key(), describe(option));
      keys.add(option.key());
    }
    return keys;
  }

  private static Map<String, Object> describe(Option<?> option) {
    Type type = option.typeReference().getType();
    Map<String, Object> result = map("type", nameOf(type));
    Object value = plain(option.defaultValue());
    if (value != null) result.put("default", value);
    List<Object> choices = choicesOf(option, type);
    if (choices != null) result.put("choices", choices);
    if (type instanceof Class && parserOf((Class<?>) type)) result.put("exact", true);
    List<Object> older = new ArrayList<>(option.getFallbackKeys());
    if (!older.isEmpty()) result.put("olderNames", older);
    return result;
  }

  private static List<Object> choicesOf(Option<?> option, Type type) {
    if (option instanceof SingleChoiceOption) {
      return plainList(((SingleChoiceOption<?>) option).getOptionValues());
    }
    Type last = type;
    while (last instanceof ParameterizedType) {
      Type[] arguments = ((ParameterizedType) last).getActualTypeArguments();
      if (arguments.length != 1) return null;
      last = arguments[0];
    }
    if (!(last instanceof Class) || !((Class<?>) last).isEnum()) return null;
    return plainList(List.of(((Class<?>) last).getEnumConstants()));
  }

  /** SeaTunnel's expressions, which bind to the right, as a list of alternatives, each a list of conditions that hold together. */
  private static List<List<Object>> anyOf(Expression expression, Map<String, Object> options) {
    List<List<Object>> first = anyOf(expression.getCondition(), options);
    if (!expression.hasNext()) return first;
    return join(first, expression.and(), anyOf(expression.getNext(), options));
  }

  private static List<List<Object>> anyOf(Condition<?> condition, Map<String, Object> options) {
    Option<?> option = condition.getOption();
    options.putIfAbsent(option.key(), describe(option));
    Object equals = plain(condition.getExpectValue());
    List<List<Object>> first = List.of(List.of(map("option", option.key(), "equals", equals)));
    if (!condition.hasNext()) return first;
    return join(first, condition.and(), anyOf(condition.getNext(), options));
  }

  private static List<List<Object>> join(
      List<List<Object>> first, boolean and, List<List<Object>> second) {
    List<List<Object>> result = new ArrayList<>();
    if (!and) {
      result.addAll(first);
      result.addAll(second);
      return result;
    }
    for (List<Object> one : first) {
      for (List<Object> other : second) {
        List<Object> both = new ArrayList<>(one);
        both.addAll(other);
        result.add(both);
      }
    }
    return result;
  }

  private static String kindOf(Class<?> factory) {
    if (is(factory, "TableSourceFactory")) return "source";
    if (is(factory, "TableSinkFactory")) return "sink";
    return is(factory, "TableTransformFactory") ? "transform" : null;
  }

  private static boolean is(Class<?> type, String name) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each.getSimpleName().equals(name)) return true;
      for (Class<?> parent : each.getInterfaces()) if (is(parent, name)) return true;
    }
    return false;
  }

  private static String nameOf(Type type) {
    if (type instanceof ParameterizedType) {
      ParameterizedType generic = (ParameterizedType) type;
      List<String> arguments = new ArrayList<>();
      for (Type argument : generic.getActualTypeArguments()) arguments.add(nameOf(argument));
      return nameOf(generic.getRawType()) + "<" + String.join(",", arguments) + ">";
    }
    if (!(type instanceof Class)) return "object";
    Class<?> known = (Class<?>) type;
    if (known.isEnum()) return "enum";
    if (known == Integer.class || known == Short.class) return "int";
    return known.getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static Object plain(Object value) {
    if (value == null || value instanceof Boolean || value instanceof Number) return value;
    if (value instanceof Collection) return plainList((Collection<?>) value);
    if (value instanceof Map) {
      Map<String, Object> result = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((key, each) -> result.put(String.valueOf(key), plain(each)));
      return result;
    }
    try {
      if (parserOf(value.getClass())) return value.getClass().getMethod("getValue").invoke(value);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
    // An option's value is compared with this text of an enumeration's constant, without regard to case.
    return value.toString();
  }

  /** Whether an enumeration reads texts by a method of its own, as those of forms of dates do: then its constants' values count. */
  private static boolean parserOf(Class<?> type) {
    try {
      return type.isEnum()
          && type.getMethod("parse", String.class).getReturnType() == type
          && type.getMethod("getValue").getReturnType() == String.class;
    } catch (NoSuchMethodException none) {
      return false;
    }
  }

  private static List<Object> plainList(Collection<?> values) {
    List<Object> result = new ArrayList<>();
    for (Object value : values) result.add(plain(value));
    return result;
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) result.put((String) pairs[i], pairs[i + 1]);
    return result;
  }

  private static String json(Object value) {
    if (value == null || value instanceof Boolean) return String.valueOf(value);
    if (value instanceof Number) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? value.toString() : "null";
    }
    List<String> parts = new ArrayList<>();
    if (value instanceof Collection) {
      for (Object each : (Collection<?>) value) parts.add(json(each));
      return "[" + String.join(",", parts) + "]";
    }
    if (value instanceof Map) {
      ((Map<?, ?>) value).forEach((key, each) -> parts.add(text((String) key) + ":" + json(each)));
      return "{" + String.join(",", parts) + "}";
    }
    return text(value.toString());
  }

  private static String text(String value) {
    StringBuilder result = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') result.append('\\').append(c);
      else if (c < ' ') result.append(String.format("\\u%04x", (int) c));
      else result.append(c);
    }
    return result.append('"').toString();
  }
}
