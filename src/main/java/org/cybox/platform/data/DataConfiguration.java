package org.cybox.platform.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import javax.sql.DataSource;
import org.cybox.platform.CyboxSettings;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DataConfiguration {

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
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(pool);
    }

    @Bean
    TenantTransactions transactionManager(DataSource dataSource) {
        return new TenantTransactions(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(500);
        return JdbcClient.create(new NamedParameterJdbcTemplate(template), conversions());
    }

    /** Rows become records: jsonb a {@link Document}, timestamptz an Instant. */
    static DefaultConversionService conversions() {
        DefaultConversionService service = new DefaultConversionService();
        service.addConverter(new JsonbToDocument());
        service.addConverter(Timestamp.class, Instant.class, Timestamp::toInstant);
        service.addConverter(java.sql.Date.class, LocalDate.class, java.sql.Date::toLocalDate);
        return service;
    }

    private static final class JsonbToDocument implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(PGobject.class, Document.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            @Nullable String json = source == null ? null : ((PGobject) source).getValue();
            return json == null ? null : Json.read(json, to.getType());
        }
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
