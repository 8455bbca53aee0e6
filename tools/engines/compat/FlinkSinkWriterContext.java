package org.apache.seatunnel.translation.flink.sink;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Queue;
import java.util.Set;
import org.apache.flink.api.connector.sink.Sink;
import org.apache.flink.streaming.api.operators.StreamingRuntimeContext;
import org.apache.seatunnel.api.common.metrics.MetricsContext;
import org.apache.seatunnel.api.sink.SinkWriter;
import org.apache.seatunnel.translation.flink.metric.FlinkMetricContext;

/**
 * Takes the place of SeaTunnel's own class. That one reaches Flink's runtime context through private fields as
 * Flink 1.15 named them, and every sink fails on 1.19 and later, where a context wraps another. This one looks
 * for the runtime context wherever Flink's own objects hold it.
 */
public class FlinkSinkWriterContext implements SinkWriter.Context {
    /** Far more objects than lie between the two in any release. */
    private static final int MOST_OBJECTS = 500;

    private final Sink.InitContext initContext;

    public FlinkSinkWriterContext(Sink.InitContext initContext) {
        this.initContext = initContext;
    }

    @Override
    public int getIndexOfSubtask() {
        return initContext.getSubtaskId();
    }

    @Override
    public MetricsContext getMetricsContext() {
        try {
            return new FlinkMetricContext(findRuntimeContext(initContext));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot look into Flink's " + initContext.getClass().getName(), e);
        }
    }

    private static StreamingRuntimeContext findRuntimeContext(Object start) throws ReflectiveOperationException {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Queue<Object> waiting = new ArrayDeque<>();
        waiting.add(start);
        while (!waiting.isEmpty() && seen.size() < MOST_OBJECTS) {
            Object object = waiting.remove();
            if (object instanceof StreamingRuntimeContext) {
                return (StreamingRuntimeContext) object;
            }
            if (seen.add(object)) {
                addFlinkFields(object, waiting);
            }
        }
        throw new IllegalStateException("Flink's " + start.getClass().getName() + " holds no runtime context");
    }

    private static void addFlinkFields(Object object, Queue<Object> waiting) throws ReflectiveOperationException {
        for (Class<?> type = object.getClass(); isFlinks(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || !isFlinks(field.getType())) {
                    continue;
                }
                field.setAccessible(true);
                Object value = field.get(object);
                if (value != null) {
                    waiting.add(value);
                }
            }
        }
    }

    private static boolean isFlinks(Class<?> type) {
        return type != null && type.getName().startsWith("org.apache.flink.");
    }
}
