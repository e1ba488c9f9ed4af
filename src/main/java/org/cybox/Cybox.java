package org.cybox;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The program. {@code --demo} loads demo content into an empty database. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Cybox {

    public static void main(String[] args) {
        SpringApplication.run(Cybox.class, args);
    }
}
