package org.cybox.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BulletinTest {

    private final Cast cast = Cast.open();

    /** Once in a while its thread came before its starter, took itself for stopped, and that node heard nothing for ever. */
    @Test
    void itListensFromEachStartOn() throws InterruptedException {
        Program.shared();
        for (int n = 0; n < 40; n++) {
            Bulletin bulletin = new Bulletin(Program.bean(JdbcClient.class), Program.bean(Database.class));
            CountDownLatch listening = new CountDownLatch(1);
            bulletin.listen("test", news -> listening.countDown());
            bulletin.start();
            try {
                assertThat(listening.await(10, TimeUnit.SECONDS))
                        .as("start %d", n)
                        .isTrue();
            } finally {
                bulletin.stop();
            }
        }
    }

    @Test
    void whatIsPostedIsHeardWhenItIsCommitted() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        Bulletin bulletin = Program.bean(Bulletin.class);
        String topic = "test" + cast.space().id();
        bulletin.listen(topic, news -> {
            if (news.equals("news")) {
                heard.countDown();
            }
        });
        cast.run(() -> {
            bulletin.post(topic, "news");
            assertThat(heard.getCount()).isOne();
        });
        assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
