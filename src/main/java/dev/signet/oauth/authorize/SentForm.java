package dev.signet.oauth.authorize;

import dev.signet.accounts.Account;
import dev.signet.accounts.Username;
import jakarta.ws.rs.core.MultivaluedMap;

import java.util.List;
import java.util.Optional;

/** A form as it was sent: what every form of ours says, and whatever fields it has besides. */
final class SentForm {

    private static final int MAX_VALUE = 4_096;

    private final MultivaluedMap<String, String> fields;

    SentForm(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    String transaction() {
        return field("transaction").orElse("");
    }

    String csrf() {
        return field("csrf").orElse("");
    }

    /** Which button was pressed. */
    boolean says(String action) {
        return field("action").filter(action::equals).isPresent();
    }

    /** A field that was filled in, once and within reason. */
    Optional<String> field(String name) {
        List<String> values = fields.get(name);
        return values == null || values.size() != 1
                ? Optional.empty()
                : Optional.of(values.get(0)).filter(value -> !value.isEmpty() && value.length() <= MAX_VALUE);
    }

    /** Returns whether the form contains the username of another account. */
    boolean isOfAnother(Account account) {
        return field("username")
                .filter(typed -> !Username.key(typed).equals(Username.key(account.username())))
                .isPresent();
    }

    @Override
    public String toString() {
        return "SentForm";
    }
}
