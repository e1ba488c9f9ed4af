package org.cybox.testing;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;

/** What tests add to the program: a clock that can be moved, and a count of statements. No stereotype: not scanned. */
class TestBeans {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    static BeanPostProcessor countedDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("dataSource") ? Statements.counted((DataSource) bean) : bean;
            }
        };
    }

    @Bean
    FilterRegistrationBean<Statements.Filter> statementFilter() {
        FilterRegistrationBean<Statements.Filter> filter = new FilterRegistrationBean<>(new Statements.Filter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
