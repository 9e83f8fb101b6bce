package org.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A page for users who sign in through Signet, and an API for programs with its access tokens. */
@SpringBootApplication
public class WebApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(WebApplication.class, arguments);
    }
}
