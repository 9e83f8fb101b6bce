/**
 * Adapters of parts of Vert.x and Quarkus that have no public API. An update may change them: each adapter has a test
 * of its assumption, and the rest of the code uses only the adapters. {@code web.connection} extends such parts
 * instead.
 */
@NullMarked
package dev.signet.web.vertx;

import org.jspecify.annotations.NullMarked;
