package dev.signet.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** The answer to a rotation: the successors, and what the caller should know about them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RotationView(List<KeyView> keys, @Nullable String warning) {}
