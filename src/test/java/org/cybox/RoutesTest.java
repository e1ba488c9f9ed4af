package org.cybox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cybox.platform.web.Allow;
import org.cybox.testing.Program;
import org.cybox.testing.Routes;
import org.cybox.testing.Routes.Route;
import org.junit.jupiter.api.Test;

/** Every route says who may come. The list lies in {@code target/routes.txt} after the test. */
class RoutesTest {

    private final List<Route> routes = Routes.of(Program.shared());

    @Test
    void everyRouteSaysWhoMayCome() throws IOException {
        Files.write(
                Path.of("target", "routes.txt"),
                routes.stream().map(Route::toString).sorted().toList());
        assertThat(routes).hasSizeGreaterThan(5);
        assertThat(routes.stream().filter(route -> route.who().isEmpty())).isEmpty();
    }

    @Test
    void everyRouteSaysItsMethod() {
        assertThat(routes.stream()
                        .filter(route ->
                                route.method().equals("ANY") && !route.path().equals("/error")))
                .isEmpty();
    }

    /** A mail scanner or a prefetching browser follows links: they change nothing. */
    @Test
    void whatAStrangerMaySendIsKnown() {
        Set<String> known = Set.of(
                "POST /email",
                "POST /invitation",
                "POST /password/new",
                "POST /password/forgotten",
                "POST /setup",
                "POST /verify/{code}");
        assertThat(routes.stream()
                        .filter(route ->
                                !route.method().equals("GET") && !route.path().equals("/error"))
                        .filter(route ->
                                route.who().filter(Allow.Who.ANYONE::equals).isPresent())
                        .map(route -> route.method() + " " + route.path())
                        .filter(route -> !known.contains(route) && !route.startsWith("POST /sign-")))
                .isEmpty();
    }

    @Test
    void noTwoRoutesDifferOnlyInTheNamesOfTheirParts() {
        assertThat(routes.stream()
                        .map(route -> route.method() + " " + route.path().replaceAll("\\{[^}]*}", "{}")))
                .doesNotHaveDuplicates();
    }
}
