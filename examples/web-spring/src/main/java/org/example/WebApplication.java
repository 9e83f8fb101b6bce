package org.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A page for people who log in through Signet, and an API for programs that bring its access tokens. */
@SpringBootApplication
public class WebApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(WebApplication.class, arguments);
    }
}
