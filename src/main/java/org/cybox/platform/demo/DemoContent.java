package org.cybox.platform.demo;

import java.util.Map;
import org.cybox.platform.web.Space;

/**
 * What a module adds to the demonstration. The first start with {@code --demo} calls every bean of this type once, in
 * the order of its {@code @Order}, when the spaces and their people are there; a start that was cut short calls the one
 * that had not ended again, so it does its work in one transaction or leaves alone what is there.
 */
public interface DemoContent {

    /** A word for the console and for the note that it was done. */
    String name();

    /**
     * Called outside of any tenant and transaction.
     *
     * @param spaces by slug: {@code programme}, {@code academy}, {@code police}; enter one with {@code work.inTenant}
     */
    void load(Map<String, Space> spaces);
}
