package org.chengnuo.approval.projections.statistics;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.DataBinder;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.support.BindParamNameResolver;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Reads the parameters of a published figure as the web reads those of an address. */
@Component
class ParameterReader {

    /** Its own, so that what a certificate means hangs on no setting of the web. */
    private final ConversionService conversion = withIsoDates();

    private static ConversionService withIsoDates() {
        var conversion = new DefaultFormattingConversionService(false);
        var dates = new DateTimeFormatterRegistrar();
        dates.setUseIsoFormat(true);
        dates.registerFormatters(conversion);
        return conversion;
    }

    /**
     * @param type a record of the parameters
     * @throws IllegalArgumentException if there is no such parameter, or one is not right
     */
    <T> T read(Map<String, List<String>> parameters, Class<T> type) {
        Set<String> known = known(type);
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "parameters: there is no «%.64s», only %s"
                                .formatted(name, String.join(", ", known)));
            }
        }
        var binder = new DataBinder(null, "parameters");
        binder.setTargetType(ResolvableType.forClass(type));
        binder.setNameResolver(new BindParamNameResolver());
        binder.setConversionService(conversion);
        binder.construct(
                new DataBinder.ValueResolver() {
                    @Override
                    public @Nullable Object resolveValue(String name, Class<?> wanted) {
                        List<String> values = parameters.get(name);
                        if (values == null || values.isEmpty()) {
                            return null;
                        }
                        return values.size() == 1
                                ? values.getFirst()
                                : values.toArray(String[]::new);
                    }

                    @Override
                    public Set<String> getNames() {
                        return parameters.keySet();
                    }
                });
        FieldError error = binder.getBindingResult().getFieldError();
        if (error != null) {
            throw new IllegalArgumentException(
                    "parameters: %s cannot be «%.64s»"
                            .formatted(error.getField(), error.getRejectedValue()));
        }
        return type.cast(Objects.requireNonNull(binder.getTarget()));
    }

    /** As an address has them, which is not always as the record does. */
    private static Set<String> known(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Parameter[] canonical = type.getDeclaredConstructors()[0].getParameters();
        var known = new TreeSet<String>();
        for (int i = 0; i < components.length; i++) {
            BindParam named = canonical[i].getAnnotation(BindParam.class);
            known.add(named == null ? components[i].getName() : named.value());
        }
        return known;
    }
}
