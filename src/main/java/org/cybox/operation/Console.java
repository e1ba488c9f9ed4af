package org.cybox.operation;

import java.util.ArrayList;
import java.util.List;

/** A block that is found at a glance between the lines of the log. */
final class Console {

    private final List<String> lines = new ArrayList<>();

    void line(String text) {
        lines.add(text);
    }

    @SuppressWarnings("SystemOut")
    void print() {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        String rule = "─".repeat(width + 2);
        StringBuilder block = new StringBuilder("\n" + rule + "\n");
        lines.forEach(line -> block.append(' ').append(line).append('\n'));
        System.out.println(block.append(rule).append('\n'));
    }
}
