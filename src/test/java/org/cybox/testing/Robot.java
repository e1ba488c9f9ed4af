package org.cybox.testing;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cybox.platform.data.Document;
import org.cybox.platform.data.Json;
import org.cybox.platform.data.TestDatabase;
import org.cybox.testing.Crawl.Ask;
import org.cybox.testing.Routes.Route;
import org.springframework.beans.BeanUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Tries to get at one tenant from outside of it. Its attackers sit in a tenant that is furnished the same way, so that
 * their own requests are right in every detail but whose things they name: it asks every route with every identifier of
 * the victim, and repeats every link and form of the attackers' own pages with one identifier exchanged at a time.
 */
public final class Robot {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)(:[^}]*)?}");

    /** Routes that may answer with what a tenant has published, wherever they are asked. */
    private final Set<String> publicRoutes;

    /** Routes that say "done" whether or not there was something to do. */
    private final Set<String> idempotentRoutes;

    private final House victim;
    private final House attacker;
    private final TestDatabase database;
    private Rows loot;
    private final Set<String> ids;
    private final List<Route> routes;
    private final Map<String, String> findings = new LinkedHashMap<>();
    private final List<Ask> pagesOfVictim;
    private int asked;

    /** From now on the attackers' own rows repeat identifiers that they were given: they prove nothing any more. */
    private boolean writing;

    public Robot(House victim, House attacker, Set<String> publicRoutes, Set<String> idempotentRoutes) {
        this.victim = victim;
        this.attacker = attacker;
        this.publicRoutes = publicRoutes;
        this.idempotentRoutes = idempotentRoutes;
        this.database = TestDatabase.of(victim.cast().program());
        this.loot = Rows.of(database, victim.cast().space().id());
        Set<UUID> ours = Rows.of(database, attacker.cast().space().id()).ids();
        String published = published(victim);
        this.ids = loot.ids().stream()
                .filter(id -> !ours.contains(id))
                .map(UUID::toString)
                .filter(id -> !published.contains(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.routes = Routes.of(victim.cast().program());
        this.pagesOfVictim = pagesOf(victim);
    }

    /** All that the victim has published, as one text. */
    private String published(House house) {
        return database.strings("select name from platform.table_class where class = 'publication'").stream()
                .flatMap(table -> database
                        .strings(
                                "select to_jsonb(t)::text from " + table + " t where tenant_id = ?",
                                house.cast().space().id())
                        .stream())
                .collect(Collectors.joining());
    }

    /** What the victim's people read, as far as it names something of theirs. */
    private List<Ask> pagesOf(House house) {
        Cast cast = house.cast();
        return Stream.of(cast.chi(), cast.ada(), cast.ben())
                .flatMap(person -> Crawl.from(person, starts(house, person)).asks().stream())
                .filter(ask -> ask.method().equals("GET") && ids.stream().anyMatch(ask::names))
                .distinct()
                .toList();
    }

    public int asked() {
        return asked;
    }

    /** Everything, reading and writing. @return findings, one of each sort */
    public List<String> attack() {
        findings.clear();
        settle();
        askEveryRoute(List.of("GET"));
        pagesOfVictim.forEach(ask -> visitors().forEach(visitor -> visitor.ask(ask)));
        List<Swap> swaps = swaps();
        swaps.stream().filter(swap -> swap.ask().method().equals("GET")).forEach(Swap::run);
        writing = true;
        swaps.stream().filter(swap -> !swap.ask().method().equals("GET")).forEach(Swap::run);
        askEveryRoute(List.of("POST", "PUT", "PATCH"));
        askEveryRoute(List.of("DELETE"));
        lookForFootprints();
        return List.copyOf(findings.values());
    }

    /** The pages that the victim's people read, asked for from elsewhere: what would come if nothing kept them apart. */
    public List<String> replayVictimsPages() {
        findings.clear();
        List<Visitor> elsewhere = visitors().subList(0, 2);
        pagesOfVictim.forEach(ask -> elsewhere.forEach(visitor -> visitor.ask(ask)));
        return List.copyOf(findings.values());
    }

    /** Jobs that the victim's own people set off come to their end before anything is compared. */
    private void settle() {
        Eventually.isTrue(
                "jobs are done",
                () -> database.strings(
                                "select 1 from platform.scheduled_task where execution_time < now() + interval '3 seconds' and not"
                                        + " (picked and last_heartbeat < now() - interval '1 hour')")
                        .isEmpty());
        loot = Rows.of(database, victim.cast().space().id());
    }

    private void found(String sort, String finding) {
        findings.putIfAbsent(ID.matcher(sort).replaceAll("*"), finding);
    }

    private static List<String> starts(House house, Browser person) {
        return house.samples().stream()
                .filter(sample -> sample.person() == person)
                .map(RobotSeed.Sample::address)
                .toList();
    }

    /** @param inside at a host where the victim's words have no business at all */
    private final class Visitor {
        private final String name;
        private final Browser browser;
        private final boolean atVictims;

        Visitor(String name, Browser browser, boolean atVictims) {
            this.name = name;
            this.browser = browser;
            this.atVictims = atVictims;
        }

        /** @return the status of the first answer */
        int ask(Ask ask) {
            asked++;
            Answer first = ask.send(browser);
            Answer answer = ask.method().equals("GET") ? first.follow() : first;
            String body = answer.body() + first.location() + answer.location();
            String route = route(ask);
            String sort = name + " " + (route.isEmpty() ? ask.address() : route);
            String said =
                    name + ": " + ask + " -> " + first.status() + " " + first.location() + " " + answer.status() + " ";
            if (answer.status() >= 500) {
                found("broken " + sort, "broken: " + said + answer.text());
            }
            Set<String> words = atVictims || publicRoutes.contains(route)
                    ? victim.marker().secretsIn(body)
                    : victim.marker().wordsIn(body);
            words.removeAll(victim.marker().wordsIn(ask.toString()));
            if (!words.isEmpty()) {
                found("words " + sort, "words leaked: " + said + words);
            }
            if (atVictims || publicRoutes.contains(route)) {
                return first.status();
            }
            Set<String> leaked = idsIn(body).filter(id -> !ask.names(id)).collect(Collectors.toSet());
            if (!writing && !leaked.isEmpty()) {
                found("ids " + sort, "identifiers leaked: " + said + leaked);
            }
            boolean inPath =
                    idsIn(ask.address().replaceAll("\\?.*", "")).findAny().isPresent();
            if (inPath && !idempotentRoutes.contains(route) && answer.status() < 400 && !body.contains("/sign-in")) {
                found("there " + sort + answer.status(), "answered as if it were there: " + said);
            }
            return first.status();
        }
    }

    private Stream<String> idsIn(String text) {
        return ID.matcher(text).results().map(result -> result.group()).filter(ids::contains);
    }

    private List<Visitor> visitors() {
        Cast ours = attacker.cast();
        Cast theirs = victim.cast();
        return List.of(
                new Visitor("manager elsewhere", ours.chi(), false),
                new Visitor("learner elsewhere", ours.ben(), false),
                new Visitor(
                        "manager elsewhere, at the victim's host",
                        ours.chi().at(theirs.space().address()),
                        true),
                new Visitor("stranger at the victim's host", theirs.stranger(), true));
    }

    private String route(Ask ask) {
        return Routes.at(routes, ask.method(), ask.address())
                .map(route -> route.method() + " " + route.path())
                .orElse("");
    }

    private void askEveryRoute(List<String> methods) {
        List<Visitor> visitors = visitors();
        for (Route route : routes) {
            if (methods.contains(route.method()) && !route.path().startsWith("/sign-")) {
                List<Ask> asks = asks(route);
                visitors.forEach(visitor -> askAll(visitor, asks));
            }
        }
    }

    /** Who may not come by a route at all is turned away whatever it names: that need not be tried a hundred times. */
    private static void askAll(Visitor visitor, List<Ask> asks) {
        int turnedAway = 0;
        for (Ask ask : asks) {
            int status = visitor.ask(ask);
            turnedAway = status == 401 || status == 403 || status == 303 ? turnedAway + 1 : -1000;
            if (turnedAway == 6) {
                return;
            }
        }
    }

    /** A route with the victim's identifiers in its path, or in its fields when its path takes none. */
    private List<Ask> asks(Route route) {
        List<String> variables =
                VARIABLE.matcher(route.path()).results().map(r -> r.group(1)).toList();
        List<List<String>> values = switch (variables.size()) {
            case 0 -> List.of(List.of());
            case 1 -> ones(route, variables.getFirst());
            default -> several(route, variables);
        };
        List<Ask> asks = new ArrayList<>();
        for (List<String> some : values) {
            String path = filled(route.path(), some);
            if (variables.isEmpty()) {
                loot.someOfEachKind(1).forEach(id -> asks.add(ask(route, path, id.toString())));
            } else {
                asks.add(ask(route, path, some.getFirst()));
            }
        }
        return asks;
    }

    private List<List<String>> ones(Route route, String variable) {
        Stream<String> some = isId(route, variable)
                ? loot.someOfEachKind(3).stream().map(UUID::toString)
                : Stream.concat(
                        loot.words().stream(), loot.someOfEachKind(1).stream().map(UUID::toString));
        return some.map(List::of).toList();
    }

    /** Identifiers that stand together in a row, in every order; what is no identifier is a plain word. */
    private List<List<String>> several(Route route, List<String> variables) {
        List<Boolean> identifiers =
                variables.stream().map(name -> isId(route, name)).toList();
        long count = identifiers.stream().filter(is -> is).count();
        Collection<List<UUID>> tuples =
                count <= 1 ? loot.someOfEachKind(3).stream().map(List::of).toList() : loot.pairs();
        List<List<String>> all = new ArrayList<>();
        for (List<UUID> tuple : tuples) {
            List<String> row = new ArrayList<>();
            int next = 0;
            for (int i = 0; i < variables.size(); i++) {
                row.add(
                        identifiers.get(i)
                                ? tuple.get(Math.min(next++, tuple.size() - 1)).toString()
                                : loot.beside(tuple.getFirst(), variables.get(i)));
            }
            all.add(row);
        }
        return all;
    }

    private static boolean isId(Route route, String variable) {
        return Arrays.stream(route.handler().getMethod().getParameters())
                .filter(parameter -> parameter.getName().equals(variable))
                .anyMatch(parameter -> parameter.getType() == UUID.class);
    }

    private static String filled(String pattern, List<String> values) {
        Matcher variable = VARIABLE.matcher(pattern);
        StringBuilder path = new StringBuilder();
        for (String value : values) {
            if (variable.find()) {
                variable.appendReplacement(path, Matcher.quoteReplacement(value));
            }
        }
        return variable.appendTail(path).toString();
    }

    private Ask ask(Route route, String path, String id) {
        List<Form.Part> fields = new ArrayList<>();
        Method method = route.handler().getMethod();
        String json = "";
        for (Parameter parameter : method.getParameters()) {
            Class<?> type = parameter.getType();
            if (parameter.isAnnotationPresent(RequestBody.class)) {
                json = json(type, id);
            }
            boolean named = parameter.isAnnotationPresent(RequestParam.class);
            if (named) {
                String name = parameter.getAnnotation(RequestParam.class).value();
                fields.addAll(field(name.isEmpty() ? parameter.getName() : name, type, id));
            } else if (type.isRecord() && ours(type) && !parameter.isAnnotationPresent(RequestBody.class)) {
                for (RecordComponent component : type.getRecordComponents()) {
                    fields.addAll(field(component.getName(), component.getType(), id));
                }
            }
        }
        boolean multipart = fields.stream().anyMatch(Form.Part::file);
        return new Ask(route.method(), path, fields, multipart, json);
    }

    private static String json(Class<?> type, String id) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                Class<?> of = component.getType();
                Object value = Collection.class.isAssignableFrom(of) ? List.of(id) : id;
                body.put(
                        component.getName(),
                        of == boolean.class ? (Object) true : of.isPrimitive() ? (Object) 1 : value);
            }
        }
        return Json.write(body);
    }

    private static boolean ours(Class<?> type) {
        return type.getName().startsWith("org.cybox")
                && type != org.cybox.platform.web.Visitor.class
                && type != org.cybox.platform.web.Space.class
                && !Document.class.isAssignableFrom(type);
    }

    private static List<Form.Part> field(String name, Class<?> type, String id) {
        if (MultipartFile.class.isAssignableFrom(type)) {
            return List.of(
                    Form.Part.file("robot.txt", "text/plain", id.getBytes()).named(name));
        }
        if (Map.class.isAssignableFrom(type)) {
            return List.of(Form.Part.text(name, id), Form.Part.text(id, "1"));
        }
        if (type == boolean.class || type == Boolean.class) {
            return List.of(Form.Part.text(name, "true"));
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return List.of(Form.Part.text(name, "1"));
        }
        if (type.isEnum()) {
            return List.of(Form.Part.text(name, ((Enum<?>) type.getEnumConstants()[0]).name()));
        }
        return BeanUtils.isSimpleValueType(type) || type.isArray() || Collection.class.isAssignableFrom(type)
                ? List.of(Form.Part.text(name, id))
                : List.of();
    }

    private record Swap(Visitor visitor, Ask ask) {
        void run() {
            visitor.ask(ask);
        }
    }

    /** The attackers' own links and forms with one of their identifiers exchanged for the victim's, and with all. */
    private List<Swap> swaps() {
        Cast ours = attacker.cast();
        Map<String, String> pairs = Rows.of(database, ours.space().id()).counterparts(loot);
        List<Swap> swaps = new ArrayList<>();
        for (Browser browser : List.of(ours.chi(), ours.ada(), ours.ben())) {
            Visitor visitor = new Visitor("own page of " + name(browser, ours), browser, false);
            for (Ask ask : Crawl.from(browser, starts(attacker, browser)).asks()) {
                Ask all = ask;
                for (Map.Entry<String, String> pair : pairs.entrySet()) {
                    if (ask.names(pair.getKey()) && ids.contains(pair.getValue())) {
                        swaps.add(new Swap(visitor, ask.with(pair.getKey(), pair.getValue())));
                        all = all.with(pair.getKey(), pair.getValue());
                    }
                }
                if (!all.equals(ask)) {
                    swaps.add(new Swap(visitor, all));
                }
            }
        }
        return swaps;
    }

    private static String name(Browser browser, Cast cast) {
        return browser == cast.chi() ? "a manager" : browser == cast.ada() ? "a trainer" : "a learner";
    }

    /** Nothing of the victim has changed, and nothing of the attackers points at it. */
    private void lookForFootprints() {
        Rows.of(database, victim.cast().space().id())
                .changesSince(loot)
                .forEach(change -> found(change, "changed: " + change));
        Rows.of(database, attacker.cast().space().id())
                .tables()
                .forEach((table, rows) -> rows.forEach(row -> row.forEach((column, value) -> {
                    if (value instanceof UUID id && ids.contains(id.toString())) {
                        found(table + column, "points at the victim: " + table + "." + column + " " + row);
                    }
                })));
    }
}
