package org.chengnuo.approval.projections.settings;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the settings before anything is started, and says in one line what is wrong. */
final class SettingsReader {

    /**
     * Kubernetes tells each container of the services of its namespace by such variables, and one
     * of them may be called chengnuo.
     */
    private static final String SERVICE_LINK = "CHENGNUO_(.*_)?(SERVICE_(HOST|PORT).*|PORT(_.*)?)";

    private SettingsReader() {}

    /** Made once: it is slow to make. */
    private static final class Checked {

        private static final Validator VALIDATOR =
                Validation.buildDefaultValidatorFactory().getValidator();
    }

    static ChengnuoSettings read(ConfigurableEnvironment environment) {
        refuseUnknown(environment);
        BindHandler checked =
                new ValidationBindHandler(new SpringValidatorAdapter(Checked.VALIDATOR));
        try {
            return Binder.get(environment, checked)
                    .bindOrCreate(
                            ChengnuoSettings.PREFIX, Bindable.of(ChengnuoSettings.class), checked);
        } catch (BindException e) {
            throw new WrongSetting(line(e));
        }
    }

    private static String line(BindException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
            if (root instanceof BindValidationException invalid) {
                return line(
                        String.valueOf(invalid.getValidationErrors().getName()),
                        invalid.getValidationErrors().getAllErrors().getFirst());
            }
        }
        ConfigurationProperty property = e.getProperty();
        if (property == null) {
            return e.getName() + ": " + root.getMessage();
        }
        return line(property.getName().toString(), property.getValue(), wanted(e.getTarget()));
    }

    private static String line(String of, ObjectError error) {
        String message = String.valueOf(error.getDefaultMessage());
        return error instanceof FieldError field
                ? line(
                        of + "." + DataObjectPropertyName.toDashedForm(field.getField()),
                        String.valueOf(field.getRejectedValue()),
                        message)
                : of + ": " + message;
    }

    private static String line(String name, Object value, String wanted) {
        return "%s is «%s»: it has to be %s.".formatted(name, value, wanted);
    }

    private static String wanted(Bindable<?> target) {
        Class<?> type = target.getType().toClass();
        if (type == Duration.class) {
            return "a time, as in 50ms, 2s or 1h";
        }
        if (type == DataSize.class) {
            return "a size, as in 20MB";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == long.class || type == short.class) {
            return "a whole number";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        return type == Path.class ? "a folder" : "a " + type.getSimpleName();
    }

    private static void refuseUnknown(ConfigurableEnvironment environment) {
        Set<String> known =
                names().stream().map(SettingsReader::letters).collect(Collectors.toSet());
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(
                        source ->
                                Arrays.stream(
                                        ((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.matches("(?i)chengnuo[._\\[].*"))
                .filter(name -> !name.matches(SERVICE_LINK))
                .filter(name -> known.stream().noneMatch(one -> isMeantBy(letters(name), one)))
                .findFirst()
                .ifPresent(
                        unknown -> {
                            throw new WrongSetting(
                                    "There is no setting %s; the nearest is %s."
                                            .formatted(unknown, nearest(unknown)));
                        });
    }

    private static boolean isMeantBy(String name, String known) {
        return known.endsWith("*")
                ? name.startsWith(known.substring(0, known.length() - 1))
                : name.equals(known);
    }

    private static String nearest(String unknown) {
        return names().stream()
                .max(Comparator.comparingInt(name -> Arrays.mismatch(chars(name), chars(unknown))))
                .orElseThrow();
    }

    private static char[] chars(String name) {
        // So that no name is the beginning of another, and there is always a first difference.
        return (letters(name) + "\0" + name).toCharArray();
    }

    /** What is left of a name when it is written as a property, a variable, or with an index. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\[\\d+]|_\\d+(?=_|$)|[-_.]", "");
    }

    /** All, as in {@code chengnuo.data-dir}; of a list its first, and {@code *} for any name. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        addNames(ChengnuoSettings.PREFIX, ChengnuoSettings.class, names);
        return names;
    }

    private static void addNames(String prefix, Class<?> type, Set<String> names) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            Class<?> of = component.getType();
            if (of == List.class && elements(component.getGenericType()).isRecord()) {
                addNames(name + "[0]", elements(component.getGenericType()), names);
            } else if (of == Map.class) {
                names.add(name + ".*");
            } else if (of.isRecord()) {
                addNames(name, of, names);
            } else {
                names.add(name);
            }
        }
    }

    private static Class<?> elements(Type list) {
        return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
    }
}
