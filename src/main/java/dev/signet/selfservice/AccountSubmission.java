package dev.signet.selfservice;

import dev.signet.pages.FormFields;

import java.util.UUID;

/** A form that a signed-in user submitted on an account page, with a valid CSRF token. */
public record AccountSubmission(AccountVisit visit, FormFields fields) {

    public UUID accountId() {
        return visit.accountId();
    }

    public UUID sessionId() {
        return visit.sessionId();
    }

    /** Returns the value of a field that occurs once and is not too long; otherwise an empty string. */
    public String text(String name) {
        return fields.find(name).orElse("");
    }

    /** Returns the value of a field like {@link #text(String)}, with at most so many characters. */
    public String text(String name, int maxLength) {
        return fields.find(name, maxLength).orElse("");
    }

    @Override
    public String toString() {
        return "AccountSubmission";
    }
}
