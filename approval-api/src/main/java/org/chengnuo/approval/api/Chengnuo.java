package org.chengnuo.approval.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Chengnuo {

    public static void main(String[] args) {
        SpringApplication.run(Chengnuo.class, args);
    }
}
