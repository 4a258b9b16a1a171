package org.chengnuo.approval.parts;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link RealParts} does. */
final class ChosenParts implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        Parts parts = Parts.chosen();
        if (context.getEnclosingTestClasses().isEmpty()) {
            // Surefire writes what is printed into the build's log and the class's report.
            System.out.printf("%s: %s%n", context.getDisplayName(), parts);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Parts.class;
    }

    @Override
    public Parts resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Parts.chosen();
    }
}
