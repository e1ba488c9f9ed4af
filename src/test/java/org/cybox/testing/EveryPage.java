package org.cybox.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cybox.testing.RobotSeed.Sample;
import org.cybox.testing.Routes.Route;

/**
 * One page of each route that the people of a furnished house can reach.
 *
 * @param pages by route; @param broken addresses of links that lead nowhere, with who follows them
 */
public record EveryPage(Map<String, Sample> pages, List<String> broken) {

    /** What any page may cost at most; what learners live in is held to three by its seed. */
    private static final int MOST = 8;

    public static EveryPage of(House house) {
        List<Route> routes = Routes.of(house.cast().program());
        EveryPage all = new EveryPage(new LinkedHashMap<>(), new ArrayList<>());
        house.samples().forEach(sample -> all.pages.putIfAbsent(route(routes, sample.address()), sample));
        Cast cast = house.cast();
        Map<String, Browser> people = new LinkedHashMap<>();
        people.put("a stranger", cast.stranger());
        people.put("a learner", cast.ben());
        people.put("an author", cast.ada());
        people.put("a manager", cast.chi());
        people.put("an operator", cast.op());
        people.forEach((who, person) -> all.walk(house, routes, who, person));
        String signIn = cast.program().address() + "/sign-in";
        all.pages.put("sign-in", new Sample("sign-in", cast.stranger(), signIn, 3));
        return all;
    }

    private void walk(House house, List<Route> routes, String who, Browser person) {
        List<String> starts = house.samples().stream()
                .filter(sample -> sample.person() == person)
                .map(Sample::address)
                .toList();
        Crawl crawl = Crawl.from(person, starts);
        crawl.broken().forEach(answer -> broken.add(who + ": " + answer.address() + " " + answer.status()));
        crawl.pages().forEach(page -> pages.putIfAbsent(route(routes, page), new Sample(who, person, page, MOST)));
    }

    private static String route(List<Route> routes, String address) {
        return Routes.at(routes, "GET", address).map(Route::path).orElse(address);
    }
}
