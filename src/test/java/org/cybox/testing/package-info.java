/**
 * How tests of CYBOX are written.
 *
 * <pre>
 * class CourseTest {
 *     private final Cast cast = Cast.open();          // two fresh tenants, everybody signed in
 *
 *     &#64;Test
 *     void anAuthorMakesACourse() {
 *         Answer made = cast.ada().get("/courses/new").form("/courses").set("title", "Evidence").submit().is(303).follow();
 *         made.ok().has("Evidence");
 *         cast.ben().get(made.path()).is(404);
 *         cast.run(() -&gt; Program.bean(Courses.class)…);   // by the doors, in the tenant of the cast
 *         TestClock.pass(cast.space().id(), Duration.ofDays(8));
 *     }
 * }
 * </pre>
 *
 * Test classes run side by side in one program ({@link org.cybox.testing.Program#shared()}); a test in a module's package
 * reaches its package-private classes with {@code Program.bean(CourseStore.class)}. Jobs are waited for with {@link
 * org.cybox.testing.Eventually}. Journeys use {@link org.cybox.testing.Screen}.
 */
package org.cybox.testing;
