package dev.signet.selfservice.apikeys;

import io.quarkus.qute.TemplateData;

import java.util.List;

/**
 * The form for a new API key.
 *
 * @param notice the message; empty if there is none
 * @param typed the name that the user entered
 * @param roles the roles that the key may have
 */
@TemplateData
record ApiKeyForm(String notice, String typed, List<String> roles) {

    static final String NAME = "name";
    static final String INVALID = "invalid";
    static final String LIMIT = "limit";
}
