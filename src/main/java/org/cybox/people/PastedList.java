package org.cybox.people;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cybox.identity.Accounts;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Role;

/**
 * People as somebody pasted or uploaded them, one a line: {@code Name <address>}, or address, name, role and group in any
 * order that can be told apart, with commas, semicolons or tabs between them. Who has no address gets a user name.
 */
record PastedList(List<Line> lines) {

    /** How many lines one list may have. */
    static final int MOST = 2_000;

    private static final Pattern NAMED = Pattern.compile("(.*)<\\s*([^<>]+)\\s*>\\s*(.*)");
    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("learner", Role.LEARNER),
            Map.entry("apprenant", Role.LEARNER),
            Map.entry("apprenante", Role.LEARNER),
            Map.entry("متعلم", Role.LEARNER),
            Map.entry("trainer", Role.TRAINER),
            Map.entry("author", Role.TRAINER),
            Map.entry("formateur", Role.TRAINER),
            Map.entry("formatrice", Role.TRAINER),
            Map.entry("مدرب", Role.TRAINER),
            Map.entry("مدربة", Role.TRAINER),
            Map.entry("متعلمة", Role.LEARNER),
            Map.entry("manager", Role.MANAGER),
            Map.entry("responsable", Role.MANAGER),
            Map.entry("مدير", Role.MANAGER));

    /** What would be done with a line. */
    enum Outcome {
        INVITE,
        USER_NAME,
        MEMBER,
        TWICE,
        REFUSED
    }

    /** @param number of the line, from 1; @param email lower case, or blank; @param reason text key, when refused */
    record Line(int number, String email, String name, Role role, String group, Outcome outcome, String reason) {

        Line with(Outcome other) {
            return new Line(number, email, name, role, group, other, reason);
        }

        boolean useful() {
            return outcome == Outcome.INVITE || outcome == Outcome.USER_NAME;
        }
    }

    /** @param role and @param group for lines that name none; refused when there are too many lines or none */
    static PastedList read(String text, Role role, String group) {
        List<Line> lines = new ArrayList<>();
        String[] rows = text.replace("\uFEFF", "").split("\\R");
        char separator = separator(text);
        for (int i = 0; i < rows.length; i++) {
            if (!rows[i].isBlank() && !(lines.isEmpty() && heading(rows[i]))) {
                lines.add(line(i + 1, fields(rows[i], separator), role, group));
            }
            if (lines.size() > MOST) {
                throw new Refused("list", "people.list.long", MOST);
            }
        }
        if (lines.isEmpty()) {
            throw new Refused("list", "people.list.empty");
        }
        return new PastedList(List.copyOf(lines));
    }

    /** The same, with those who are members already and those who stand in it twice told apart. */
    PastedList against(Map<String, Person> there) {
        Set<String> seen = new HashSet<>();
        return new PastedList(lines.stream()
                .map(line -> {
                    if (!line.useful()) {
                        return line;
                    }
                    String key = line.email().isBlank() ? Person.folded(line.name()) : line.email();
                    if (!seen.add(key)) {
                        return line.with(Outcome.TWICE);
                    }
                    boolean member = Optional.ofNullable(there.get(line.email()))
                            .filter(Person::active)
                            .isPresent();
                    return member ? line.with(Outcome.MEMBER) : line;
                })
                .toList());
    }

    List<String> emails() {
        return lines.stream().map(Line::email).filter(email -> !email.isBlank()).toList();
    }

    long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    private static char separator(String text) {
        return text.contains("\t") ? '\t' : text.contains(";") ? ';' : ',';
    }

    private static boolean heading(String row) {
        return !row.contains("@")
                && row.toLowerCase(Locale.ROOT).matches(".*\\b(e-?mail|mail|courriel|name|nom)\\b.*")
                && row.matches(".*[,;\\t].*");
    }

    private static List<String> fields(String row, char separator) {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(row)) {
            return reader.stream()
                    .findFirst()
                    .map(record ->
                            record.getFields().stream().map(String::strip).toList())
                    .orElse(List.of());
        } catch (java.io.IOException | RuntimeException e) {
            return List.of(row.strip());
        }
    }

    private static Line line(int number, List<String> fields, Role role, String group) {
        String email = "";
        String name = "";
        String ofGroup = "";
        Role ofRole = role;
        for (String field : fields) {
            Matcher named = NAMED.matcher(field);
            if (named.matches()) {
                name = name.isEmpty() ? unquoted(named.group(1)) : name;
                email = named.group(2);
            } else if (field.contains("@") && email.isEmpty()) {
                email = field;
            } else if (ROLES.containsKey(field.toLowerCase(Locale.ROOT))) {
                ofRole = ROLES.getOrDefault(field.toLowerCase(Locale.ROOT), role);
            } else if (!field.isBlank() && name.isEmpty()) {
                name = unquoted(field);
            } else if (!field.isBlank() && ofGroup.isEmpty()) {
                ofGroup = field;
            }
        }
        return judged(
                number, email.strip().toLowerCase(Locale.ROOT), name, ofRole, ofGroup.isEmpty() ? group : ofGroup);
    }

    private static String unquoted(String name) {
        return name.strip().replaceAll("^\"|\"$", "").strip();
    }

    private static Line judged(int number, String email, String name, Role role, String group) {
        String reason = "";
        if (!email.isEmpty() && !Accounts.isAddress(email)) {
            reason = "people.list.badAddress";
        } else if (email.isEmpty() && name.isEmpty()) {
            reason = "people.list.nobody";
        } else if (name.length() > 200) {
            reason = "people.name.long";
        } else if (group.length() > 100) {
            reason = "people.group.long";
        }
        Outcome outcome = !reason.isEmpty() ? Outcome.REFUSED : email.isEmpty() ? Outcome.USER_NAME : Outcome.INVITE;
        return new Line(number, email, name, role, group, outcome, reason);
    }
}
