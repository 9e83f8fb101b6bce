/** Request bodies: size limits, streaming, strict JSON, and forms. */
@NullMarked
package dev.signet.web.body;

import org.jspecify.annotations.NullMarked;
