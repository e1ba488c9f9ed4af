/** Joining a course, and those who are in it: the learners' table, help, announcements, reminders. */
@NullMarked
package org.cybox.courses.enrolment;

import org.jspecify.annotations.NullMarked;
