package dev.signet.oauth.authorize.transaction;

import dev.signet.accounts.Account;
import dev.signet.accounts.name.Username;
import dev.signet.pages.FormFields;
import jakarta.ws.rs.core.MultivaluedMap;

import java.util.Optional;

/** Submitted form: the members of every form of these pages, and the fields of its step. */
public final class SubmittedForm {

    private final FormFields fields;

    public SubmittedForm(MultivaluedMap<String, String> fields) {
        this.fields = new FormFields(fields);
    }

    String transaction() {
        return field("transaction").orElse("");
    }

    String csrf() {
        return field("csrf").orElse("");
    }

    /** Returns whether the user pressed the button of an action. */
    public boolean hasAction(String action) {
        return field("action").filter(action::equals).isPresent();
    }

    /** Returns the value of a field that occurs once, is not empty and is not overlong. */
    public Optional<String> field(String name) {
        return fields.find(name);
    }

    /** Returns whether the form contains the username of another account. */
    public boolean hasOtherUsername(Account account) {
        return field("username")
                .filter(entered -> !Username.key(entered).equals(Username.key(account.username())))
                .isPresent();
    }

    @Override
    public String toString() {
        return "SubmittedForm";
    }
}
