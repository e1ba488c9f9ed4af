package org.cybox.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may come by this route. A route without it is closed to everybody, and a house test finds it. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

    Who value();

    /** Only a member of the tenant can be a LEARNER, TRAINER or MANAGER; an OPERATOR runs the installation. */
    enum Who {
        ANYONE,
        SIGNED_IN,
        LEARNER,
        TRAINER,
        MANAGER,
        OPERATOR
    }
}
