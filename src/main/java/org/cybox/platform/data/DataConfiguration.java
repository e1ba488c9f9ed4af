package org.cybox.platform.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.cybox.platform.CyboxSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DataConfiguration {

    /** More than there are in our SQL: each is parsed once and prepared once a connection. */
    private static final int STATEMENTS = 2_000;

    @Bean
    DataFolder dataFolder(CyboxSettings settings) {
        return new DataFolder(settings.data());
    }

    @Bean
    Secrets secrets(DataFolder folder) {
        return new Secrets(folder.path());
    }

    @Bean
    @Conditional(NoDatabaseGiven.class)
    EmbeddedServer embeddedServer(DataFolder folder, Secrets secrets, Environment environment) {
        boolean durable = environment.getProperty("cybox.database.durable", Boolean.class, true);
        return new EmbeddedServer(folder.path(), secrets, durable);
    }

    @Bean
    Database database(CyboxSettings settings, ObjectProvider<EmbeddedServer> embedded) {
        @Nullable EmbeddedServer own = embedded.getIfAvailable();
        Database database = own != null
                ? Database.at(own.url(), EmbeddedServer.OWNER, own.password())
                : Database.at(
                        settings.database().url(),
                        settings.database().user(),
                        settings.database().password());
        database.prepare();
        return database;
    }

    @Bean
    HikariDataSource dataSource(Database database, CyboxSettings settings) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("cybox");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.application());
        pool.setPassword(database.applicationPassword());
        pool.setMaximumPoolSize(settings.database().connections());
        pool.setAutoCommit(false);
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("ApplicationName", "cybox");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("prepareThreshold", "2");
        pool.addDataSourceProperty("preparedStatementCacheQueries", String.valueOf(STATEMENTS));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(pool);
    }

    @Bean
    TenantTransactions transactionManager(DataSource dataSource) {
        return new TenantTransactions(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        NamedParameterJdbcTemplate template = new NamedParameterJdbcTemplate(dataSource);
        template.setCacheLimit(STATEMENTS);
        return new RecordClient(JdbcClient.create(template));
    }

    static final class NoDatabaseGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("cybox.database.url", "")
                    .isBlank();
        }
    }
}
