package org.chengnuo.approval.projections.certificates;

/** Another certificate has taken its place: that one can be superseded. */
public final class AlreadySuperseded extends Exception {

    private static final long serialVersionUID = 1;

    AlreadySuperseded(String number, String by) {
        super("the certificate %s was superseded by %s: supersede that one".formatted(number, by));
    }
}
