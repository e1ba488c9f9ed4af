package org.cybox.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a template as a person would see it, to find words that stand in it literally. */
public final class JteText {

    private static final Pattern HEAD = Pattern.compile("(?m)^\\s*@(import|param)\\b.*$");
    private static final Pattern DIRECTIVE =
            Pattern.compile("@(if|elseif|for|else|endif|endfor|raw|endraw|template\\.[\\w.]+)");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}’'-]*");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private JteText(String source) {
        this.source = source;
    }

    public static List<String> words(String template) {
        String plain = HEAD.matcher(template)
                .replaceAll("")
                .replaceAll("(?s)<%--.*?--%>", "")
                .replaceAll("(?s)<!--.*?-->", "");
        JteText reader = new JteText(plain);
        reader.markup('\0');
        String said = reader.text.toString().replaceAll("(?i)<!doctype[^>]*>", "");
        said = said.replaceAll("(?s)<[a-zA-Z/](?:[^>\"]|\"[^\"]*\")*>", " ");
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(ENTITY.matcher(said).replaceAll(" "));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** Template text until {@code end}, which is a back quote inside of a content block. */
    private void markup(char end) {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == end) {
                at++;
                return;
            }
            if (source.startsWith("${", at) || source.startsWith("!{", at)) {
                at += 2;
                code('}');
            } else if (source.startsWith("$unsafe{", at)) {
                at += 8;
                code('}');
            } else if (c == '@' && directive()) {
                continue;
            } else {
                text.append(c);
                at++;
            }
        }
    }

    private boolean directive() {
        Matcher directive = DIRECTIVE.matcher(source).region(at, source.length());
        if (!directive.lookingAt()) {
            return false;
        }
        at = directive.end();
        boolean takesArguments = directive.group(1).matches("if|elseif|for|template.*");
        if (takesArguments) {
            while (source.charAt(at) != '(') {
                at++;
            }
            at++;
            code(')');
        }
        return true;
    }

    /** Java until the bracket that closes it; content blocks within are template text again. */
    private void code(char end) {
        int depth = 0;
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == '"') {
                string();
            } else if (c == '\'') {
                at += source.charAt(at) == '\\' ? 3 : 2;
            } else if (c == '@' && at < source.length() && source.charAt(at) == '`') {
                at++;
                text.append(' ');
                markup('`');
            } else if (depth == 0 && c == end) {
                return;
            } else if (c == '(' || c == '{' || c == '[') {
                depth++;
            } else if (c == ')' || c == '}' || c == ']') {
                depth--;
            }
        }
    }

    private void string() {
        while (source.charAt(at) != '"') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }
}
