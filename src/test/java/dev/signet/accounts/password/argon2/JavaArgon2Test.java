package dev.signet.accounts.password.argon2;

/** Argon2id in Java. */
class JavaArgon2Test extends Argon2Test {

    JavaArgon2Test() {
        super(new JavaArgon2(POOLED_KIB));
    }
}
