package org.cybox.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.cybox.platform.CyboxSettings;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.resource.PathResourceResolver;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Who asks whether to send a large form hears what we say to it, not "go on". */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersBeforeItAsksForMore() {
        return server ->
                server.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
    }

    @Bean
    WebMvcRegistrations transactionalHandlers(PlatformTransactionManager transactions) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new TransactionalHandlers(transactions);
            }
        };
    }

    @Bean
    WebMvcConfigurer web(Guard guard, ReturnValues returnValues, Texts texts) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(guard);
            }

            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(returnValues);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Known(texts));
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/static/**")
                        .addResourceLocations("classpath:/static/")
                        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .resourceChain(false)
                        .addResolver(new Unversioned());
                registry.addResourceHandler("/static/webjars/**")
                        .addResourceLocations("classpath:/META-INF/resources/webjars/")
                        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable());
            }
        };
    }

    /** Spring Security keeps the headers; who may come is said at each route by {@link Allow}. */
    @Bean
    SecurityFilterChain headers(HttpSecurity http, CyboxSettings settings) throws Exception {
        return headersOnly(http)
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy(settings)))
                        .referrerPolicy(referrer -> referrer.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
                .build();
    }

    /** A style or a script is no page: what a page may do need not be said, a dozen times, on a slow line. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain headersOfAssets(HttpSecurity http) throws Exception {
        return headersOnly(http.securityMatcher("/static/**"))
                .headers(headers -> headers.defaultsDisabled().contentTypeOptions(options -> {}))
                .build();
    }

    private static HttpSecurity headersOnly(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable);
    }

    /** Redirects after a form may lead to any space of ours, hence the wide form-action. */
    private static String contentPolicy(CyboxSettings settings) {
        String bare = settings.address().getRawAuthority();
        String scheme = settings.address().getScheme();
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:;"
                + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none';"
                + " frame-ancestors 'none'; form-action 'self' " + scheme + "://" + bare + " " + scheme + "://*."
                + bare;
    }

    /** The folder of the version is there for browsers only. */
    private static final class Unversioned extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            return super.getResource(path.replaceFirst("^" + Assets.VERSION, ""), location);
        }
    }

    /** Lets a controller ask for the visitor, the space, and the words. */
    private static final class Known implements HandlerMethodArgumentResolver {

        private final Texts texts;

        Known(Texts texts) {
            this.texts = texts;
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            Class<?> type = parameter.getParameterType();
            return type == Visitor.class || type == Space.class || type == T.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
            Class<?> type = parameter.getParameterType();
            if (type == Space.class) {
                return RequestContext.space(request);
            }
            Visitor visitor = RequestContext.visitor(request);
            return type == Visitor.class
                    ? visitor
                    : texts.in(visitor.language())
                            .at(RequestContext.space(request).zone());
        }
    }
}
