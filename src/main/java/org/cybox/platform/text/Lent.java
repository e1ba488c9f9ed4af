package org.cybox.platform.text;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * ICU's formats are dear to make and serve one thread at a time: a used one waits here for the next who asks. There are
 * never more than were once needed together.
 */
final class Lent<F> {

    private final Supplier<F> maker;
    private final Queue<F> idle = new ConcurrentLinkedQueue<>();

    Lent(Supplier<F> maker) {
        this.maker = maker;
    }

    String with(Function<F, String> use) {
        @Nullable F waiting = idle.poll();
        F one = waiting == null ? maker.get() : waiting;
        String text = use.apply(one);
        idle.offer(one);
        return text;
    }
}
