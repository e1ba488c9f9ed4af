package org.cybox.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** One answer, saved as it is given. 200 means that it is in the database for good; 409 that the attempt is over. */
@Controller
class AnswerController {

    private final Attempts attempts;

    AnswerController(Attempts attempts) {
        this.attempts = attempts;
    }

    /** @param values as the page names them; @param noted milliseconds, when the device noted it by the server's clock */
    record Sent(@Nullable List<String> values, long noted) {}

    @PutMapping("/learn/{course}/tests/{block}/attempts/{id}/answers/{question}")
    @Allow(Who.LEARNER)
    ResponseEntity<Map<String, Boolean>> save(
            @PathVariable UUID course,
            @PathVariable UUID block,
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestBody Sent sent,
            Visitor visitor) {
        List<String> values = sent.values() == null ? List.of() : sent.values();
        Instant noted = Instant.ofEpochMilli(Math.clamp(sent.noted(), 0, 9_999_999_999_999L));
        return switch (attempts.save(visitor, course, block, id, question, values, noted)) {
            case SAVED -> ResponseEntity.ok(Map.of("saved", true));
            case CLOSED -> ResponseEntity.status(409).body(Map.of("saved", false));
        };
    }
}
