/** The cryptographic primitives of the providers: AWS-LC and the JDK. */
@NullMarked
package dev.signet.jose.provider;

import org.jspecify.annotations.NullMarked;
