package org.cybox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cybox.platform.data.TestDatabase;
import org.cybox.testing.Filler;
import org.cybox.testing.House;
import org.cybox.testing.Program;
import org.cybox.testing.Robot;
import org.cybox.testing.Rows;
import org.cybox.testing.TableProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every route, every identifier of another tenant, as stranger, learner and manager: nothing comes back, nothing is
 * changed; and the robot goes red when any one policy is dropped. It has a program of its own, since it takes policies
 * away.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IsolationRobotTest {

    /** Routes that say at any host what a tenant has published. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /verify/{code}",
            "POST /verify/{code}",
            "GET /courses/offers/{offer}",
            "POST /courses/offers/{offer}/runs",
            "POST /courses/offers/{offer}/copies");

    /** Routes that say "done" whether or not there was something to do: a second click shall not frighten. */
    private static final Set<String> IDEMPOTENT = Set.of("POST /me/sessions/{id}/end");

    private static final Logger LOG = LoggerFactory.getLogger(IsolationRobotTest.class);

    private Program program;
    private House victim;
    private House attacker;
    private TestDatabase database;

    private record Table(String name, boolean publication) {}

    @BeforeAll
    void furnish() {
        program = Program.own(Map.of());
        database = TestDatabase.of(program);
        victim = House.furnish(program);
        attacker = House.furnish(program);
    }

    @AfterAll
    void stop() {
        program.close();
    }

    private List<Table> tables() {
        return database
                .rows(
                        "select name, class from platform.table_class where class in ('tenant', 'publication') order by name")
                .stream()
                .map(row -> new Table((String) row.get("name"), "publication".equals(row.get("class"))))
                .toList();
    }

    @Test
    @Order(2)
    void nothingOfTheVictimComesBackAndNothingIsChanged() {
        Robot robot = new Robot(victim, attacker, PUBLIC, IDEMPOTENT);
        long begun = System.nanoTime();
        List<String> findings = robot.attack();
        LOG.info("the robot asked {} times in {} s", robot.asked(), (System.nanoTime() - begun) / 1_000_000_000);
        assertThat(robot.asked()).isGreaterThan(1000);
        assertThat(findings).isEmpty();
    }

    /** A page whose data a tenant may read without its table being secured would leak: the robot sees that over HTTP. */
    @Test
    @Order(1)
    void theRobotSeesOnPagesWhatAnUnsecuredTableLetsThrough() {
        Robot robot = new Robot(victim, attacker, PUBLIC, IDEMPOTENT);
        assertThat(robot.replayVictimsPages()).isEmpty();
        List<String> noticed = new ArrayList<>();
        for (Table table : tables()) {
            database.owner("alter table " + table.name() + " disable row level security");
            try {
                if (!robot.replayVictimsPages().isEmpty()) {
                    noticed.add(table.name());
                }
            } finally {
                database.owner("alter table " + table.name() + " enable row level security");
            }
        }
        assertThat(robot.replayVictimsPages()).isEmpty();
        assertThat(noticed).contains("platform.file", "people.person", "people.member_group", "courses.course");
    }

    @Test
    @Order(3)
    void everyTableKeepsTenantsApart() {
        assertThat(Filler.fill(database, victim.cast().space().id(), victim.marker()))
                .as("tables that need a RobotSeed, since no row can be made up for them")
                .isEmpty();
        assertThat(Rows.of(database, victim.cast().space().id()).emptyTables()).isEmpty();
        TableProbe probe = probe();
        tables().forEach(table -> assertThat(probe.findings(table.name(), table.publication(), ""))
                .isEmpty());
    }

    @Test
    @Order(4)
    void aDroppedPolicyIsNoticed() {
        TableProbe probe = probe();
        List<Map<String, Object>> policies = new ArrayList<>(database.rows("""
                select schemaname || '.' || tablename as name, policyname as policy,
                       exists (select 1 from platform.table_class
                               where name = schemaname || '.' || tablename and class = 'publication') as publication
                from pg_policies order by 1, 2
                """));
        assertThat(policies).hasSizeGreaterThanOrEqualTo(tables().size());
        List<String> unnoticed = new ArrayList<>();
        policies.forEach(row -> {
            String table = (String) row.get("name");
            boolean publication = Boolean.TRUE.equals(row.get("publication"));
            if (probe.findings(table, publication, "drop policy " + row.get("policy") + " on " + table)
                    .isEmpty()) {
                unnoticed.add("dropped " + row.get("policy") + " of " + table);
            }
        });
        for (Table table : tables()) {
            for (String tampering : tamperings(table)) {
                if (probe.findings(table.name(), table.publication(), tampering).isEmpty()) {
                    unnoticed.add(tampering);
                }
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    private static List<String> tamperings(Table table) {
        List<String> all = new ArrayList<>(List.of(
                "alter table " + table.name() + " disable row level security",
                "create policy wide_open on " + table.name() + " using (true) with check (true)"));
        if (table.publication()) {
            all.add("alter policy owner_inserts on " + table.name() + " with check (true)");
            all.add("alter policy owner_updates on " + table.name() + " using (true)");
            all.add("alter policy owner_deletes on " + table.name() + " using (true)");
        }
        return all;
    }

    private TableProbe probe() {
        return new TableProbe(
                database, victim.cast().space().id(), attacker.cast().space().id());
    }
}
