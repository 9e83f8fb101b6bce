package dev.signet.tokens.status.publication;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/** The URLs of all status lists (draft-ietf-oauth-status-list §9.3). */
record StatusListIndex(
        @Schema(examples = "[\"https://id.example.com/status-lists/17\"]")
        List<String> statusLists) {}
