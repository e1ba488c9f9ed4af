package org.cybox.assessment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.platform.data.Json;
import org.cybox.platform.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the outcomes of a course are called. */
@Component
class OutcomeTexts {

    private final JdbcClient jdbc;

    OutcomeTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By identifier, in the order of the course. */
    Map<String, Words> of(UUID course) {
        Map<String, Words> words = new LinkedHashMap<>();
        jdbc.sql("select outcomes::text from courses.course where id = :course")
                .param("course", course)
                .query(String.class)
                .optional()
                .map(json -> Json.read(json, Course.Outcomes.class))
                .ifPresent(all -> all.list().forEach(one -> words.put(one.id(), one.text())));
        return words;
    }
}
