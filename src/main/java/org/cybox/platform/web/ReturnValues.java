package org.cybox.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** What controllers return: a {@link Page} to draw or a {@link Redirect} to follow. */
@Component
class ReturnValues implements HandlerMethodReturnValueHandler {

    private final PageRenderer renderer;
    private final Shells shells;

    ReturnValues(PageRenderer renderer, Shells shells) {
        this.renderer = renderer;
        this.shells = shells;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return Page.class.isAssignableFrom(type.getParameterType())
                || Redirect.class.isAssignableFrom(type.getParameterType())
                || type.getParameterType() == Object.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws Exception {
        container.setRequestHandled(true);
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        switch (value) {
            case Page page -> renderer.render(page, shells.shell(request, response), request, response);
            case Redirect redirect -> follow(redirect, response);
            case null, default ->
                throw new IllegalStateException("a controller returns a Page or a Redirect: " + value);
        }
    }

    static void follow(Redirect redirect, HttpServletResponse response) {
        if (!redirect.flash().isBlank()) {
            response.addHeader(HttpHeaders.SET_COOKIE, Shells.flash(redirect).toString());
        }
        response.setStatus(303);
        response.setHeader(HttpHeaders.LOCATION, redirect.to());
    }
}
