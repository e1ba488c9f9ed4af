package org.cybox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cybox.testing.Sources;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The floors of the house, and the few words that we do not use. */
class HouseTest {

    private static final Path FLOORS = Path.of("docs", "floors.md");
    private static final Pattern FLOOR = Pattern.compile("/\\*\\*\\s*Floor (\\d+): (.*?)\\*/", Pattern.DOTALL);
    private static final Pattern ALLOWED = Pattern.compile("allowedDependencies\\s*=\\s*(\\{[^}]*}|\"[^\"]*\")");

    private record Module(String name, int floor, String purpose, List<String> uses) {}

    @Test
    void aModuleUsesOnlyWhatItSays() {
        ApplicationModules.of(Cybox.class).verify();
    }

    @Test
    void whatAModuleSaysItUsesLiesLower() {
        Map<String, Module> modules = modules();
        assertThat(modules.keySet()).contains("platform", "tenancy", "identity", "people");
        modules.values()
                .forEach(module -> assertThat(module.uses())
                        .as("%s on floor %s", module.name(), module.floor())
                        .allMatch(below ->
                                modules.containsKey(below) && modules.get(below).floor() < module.floor()));
    }

    @Test
    void floorsAreWrittenDown() throws IOException {
        String floors = floors(modules().values().stream()
                .sorted(Comparator.comparingInt(Module::floor).reversed().thenComparing(Module::name))
                .toList());
        if (Boolean.getBoolean("cybox.write")) {
            Files.writeString(FLOORS, floors);
        }
        assertThat(FLOORS)
                .as("docs/floors.md is generated: bin/test -Dtest=HouseTest -Dcybox.write=true writes it")
                .content()
                .isEqualTo(floors);
    }

    @Test
    void noPackageIsNamedAfterALayer() {
        assertThat(Sources.java().map(Path::getParent).distinct())
                .noneMatch(folder ->
                        folder.getFileName().toString().matches("services?|impl|dtos?|mappers?|utils?|common"));
        assertThat(Sources.java().map(file -> file.getFileName().toString()))
                .noneMatch(name -> name.matches(".*(Impl|Dto|DTO|Mapper|Utils?|Helper|Service)\\.java"));
    }

    /** Time comes from the clock, so that tests can move it; identifiers sort by time. Jobs are due by the real one. */
    @Test
    void timeAndIdentifiersComeFromOnePlace() {
        Pattern wild = Pattern.compile("(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(\\)"
                + "|System\\.currentTimeMillis\\(\\)|UUID\\.randomUUID\\(\\)|new Date\\(\\)");
        assertThat(Sources.java()
                        .filter(file -> !file.getParent().endsWith("platform/jobs"))
                        .filter(file -> wild.matcher(Sources.read(file)).find()))
                .isEmpty();
    }

    @Test
    void wordsGoToTheLogAndNotToTheConsole() {
        assertThat(Sources.java().filter(file -> Sources.read(file).contains("printStackTrace()")))
                .isEmpty();
    }

    @Test
    void noWorkIsLeftForLater() {
        assertThat(Stream.concat(Sources.java(), Sources.templates())
                        .filter(file -> Pattern.compile("\\b(TODO|FIXME|XXX)\\b")
                                .matcher(Sources.read(file))
                                .find()))
                .isEmpty();
    }

    private static Map<String, Module> modules() {
        return Sources.java()
                .filter(file -> file.getFileName().toString().equals("package-info.java"))
                .filter(file -> Sources.read(file).contains("@ApplicationModule"))
                .map(HouseTest::module)
                .collect(Collectors.toMap(Module::name, module -> module, (a, b) -> a, TreeMap::new));
    }

    private static Module module(Path file) {
        String text = Sources.read(file);
        String name = file.getParent().getFileName().toString();
        Matcher floor = FLOOR.matcher(text);
        assertThat(floor.find())
                .as("%s begins with: Floor n: what it is for", file)
                .isTrue();
        Matcher allowed = ALLOWED.matcher(text);
        List<String> uses = allowed.find()
                ? Pattern.compile("\"([^\"]+)\"")
                        .matcher(allowed.group(1))
                        .results()
                        .map(result -> result.group(1).replaceAll("\\s*::.*", ""))
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
        String purpose = floor.group(2).replaceAll("\\s*\\n\\s*\\*?\\s*", " ").strip();
        return new Module(name, Integer.parseInt(floor.group(1)), purpose, uses);
    }

    private static String floors(List<Module> modules) {
        String rows = modules.stream()
                .map(module -> "| " + module.floor() + " | `" + module.name() + "` | " + module.purpose() + " | "
                        + (module.uses().isEmpty()
                                ? module.floor() == 0 ? "nothing" : "all below"
                                : String.join(", ", module.uses()))
                        + " |\n")
                .collect(Collectors.joining());
        return """
                # Floors

                A module may use only modules on a lower floor. Generated from the modules' `package-info.java` by `HouseTest`.

                | floor | module | what it is for | uses |
                |---|---|---|---|
                """ + rows;
    }
}
