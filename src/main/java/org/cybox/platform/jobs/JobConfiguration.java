package org.cybox.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.cybox.platform.data.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * db-scheduler in two halves on one table: the client writes orders on the connection of the running transaction; the
 * scheduler itself works outside of any tenant on connections of its own, which it commits.
 */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    private static final String TABLE = "platform.scheduled_task";

    @Bean
    SchedulerClient schedulerClient(DataSource source) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(source), List.of())
                .tableName(TABLE)
                .serializer(new AsJson())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
    }

    /** A killed program's work is taken up again within a minute. */
    static SchedulerBuilder over(SchedulerBuilder builder) {
        return builder.tableName(TABLE)
                .serializer(new AsJson())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .commitWhenAutocommitDisabled(true)
                .failureLogging(LogLevel.OFF, false)
                .threads(4)
                .pollingInterval(Duration.ofSeconds(5))
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(20));
    }

    /** Orders stay readable for people who look into the table. */
    private static final class AsJson implements Serializer {

        @Override
        @SuppressWarnings("NullAway") // db-scheduler knows tasks without data
        public byte[] serialize(@Nullable Object data) {
            return data == null ? null : Json.write(data).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        @SuppressWarnings("NullAway")
        public <T> T deserialize(Class<T> type, byte @Nullable [] data) {
            return data == null || data.length == 0 ? null : Json.read(new String(data, StandardCharsets.UTF_8), type);
        }
    }
}
