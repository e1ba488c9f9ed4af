package org.cybox.platform.files;

import java.text.Normalizer;

/** Names that came with a file, made safe for every system, header and eye. */
final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    /** No folder, no control or direction character, nothing a file system minds, at most 200 characters. */
    static String clean(String given) {
        String plain = Normalizer.normalize(given, Normalizer.Form.NFC).replace('\\', '/');
        String last = plain.substring(plain.lastIndexOf('/') + 1);
        String safe = last.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
                .filter(FileNames::harmless)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll(" {2,}", " ")
                .replaceAll("^[ .]+|[ .]+$", "");
        return safe.isEmpty() ? "file" : shortened(safe);
    }

    private static boolean harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> "<>:\"|?*;%".indexOf(c) < 0;
        };
    }

    /** The ending stays: people know a file by it. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        int end = LONGEST - ending.length();
        int whole = Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end;
        return name.substring(0, whole).strip() + ending;
    }
}
