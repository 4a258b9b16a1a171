package org.chengnuo.approval.projections.intake;

/** There is no read model of this name. */
public final class UnknownProjection extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownProjection(String name, java.util.Collection<String> names) {
        super("there is no projection «%s», only %s".formatted(name, String.join(", ", names)));
    }
}
