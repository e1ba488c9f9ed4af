package org.cybox.courses.enrolment;

import org.cybox.courses.Enrolment;
import org.cybox.platform.text.Words;
import org.springframework.stereotype.Component;

/** What concerns a learner, or those who decide about one, told to them. */
@Component
class EnrolmentNotices {

    /** To those who decide. */
    void requested(Enrolment wish, Words course, String name) {}
}
