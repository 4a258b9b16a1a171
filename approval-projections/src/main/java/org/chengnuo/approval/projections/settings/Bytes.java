package org.chengnuo.approval.projections.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A size above nothing and up to {@link #most()}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Bytes.Check.class)
@interface Bytes {

    String most();

    String message() default "a size above nothing and up to {most}, as in 20MB";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Public for the validator, which makes one. */
    final class Check implements ConstraintValidator<Bytes, DataSize> {

        private DataSize most = DataSize.ofBytes(0);

        @Override
        public void initialize(Bytes annotation) {
            most = DataSize.parse(annotation.most());
        }

        @Override
        public boolean isValid(@Nullable DataSize size, ConstraintValidatorContext context) {
            return size == null || size.toBytes() > 0 && size.compareTo(most) <= 0;
        }
    }
}
