package org.cybox.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.cybox.platform.data.Outage;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What failed before a page could be drawn: a plain sentence with the request's number. */
@RestController
class FallbackErrors implements ErrorController {

    @RequestMapping("/error")
    @Allow(Allow.Who.ANYONE)
    @NoTransaction
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : 404;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable problem
                && Outage.of(problem) != Outage.NONE) {
            status = 503;
        }
        String text = HttpStatus.valueOf(status).getReasonPhrase() + " (" + RequestContext.number(request) + ")\n";
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (status == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
