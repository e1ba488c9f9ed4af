package org.cybox.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cybox.platform.web.Allow;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All routes of ours, as the running program has them. */
public final class Routes {

    private Routes() {}

    /** @param method GET, POST …, or ANY */
    public record Route(String method, String path, HandlerMethod handler, Optional<Allow.Who> who) {

        @Override
        public String toString() {
            return "%-7s %-60s %-10s %s.%s"
                    .formatted(
                            method,
                            path,
                            who.map(Enum::name).orElse("CLOSED"),
                            handler.getBeanType().getSimpleName(),
                            handler.getMethod().getName());
        }
    }

    public static List<Route> of(Program program) {
        return program
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(one -> one.getValue().getBeanType().getPackageName().startsWith("org.cybox"))
                .flatMap(one -> one.getKey().getPatternValues().stream()
                        .flatMap(path -> methods(one.getKey().getMethodsCondition().getMethods().stream())
                                .map(method -> new Route(method, path, one.getValue(), who(one.getValue())))))
                .toList();
    }

    /** The route that answers at an address; the one with the fewest variables, as the server chooses. */
    public static Optional<Route> at(List<Route> routes, String method, String address) {
        String path = address.replaceAll("^http://[^/]+", "").replaceAll("[?#].*", "");
        return routes.stream()
                .filter(route -> route.method().equals(method))
                .filter(route -> path.matches(route.path().replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparingInt(route -> route.path().split("\\{").length));
    }

    private static Stream<String> methods(Stream<RequestMethod> said) {
        List<String> names = said.map(Enum::name).toList();
        return names.isEmpty() ? Stream.of("ANY") : names.stream();
    }

    private static Optional<Allow.Who> who(HandlerMethod handler) {
        return Optional.ofNullable(handler.getMethodAnnotation(Allow.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allow.class)))
                .map(Allow::value);
    }
}
