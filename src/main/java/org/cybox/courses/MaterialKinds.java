package org.cybox.courses;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds that are built in. */
@Configuration(proxyBeanMethods = false)
class MaterialKinds {

    @Bean
    ActivityKind pageKind() {
        return MaterialKind.page();
    }

    @Bean
    ActivityKind mediaKind() {
        return MaterialKind.media();
    }

    @Bean
    ActivityKind fileKind() {
        return MaterialKind.file();
    }

    @Bean
    ActivityKind linkKind() {
        return MaterialKind.link();
    }
}
