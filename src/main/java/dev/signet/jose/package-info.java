/**
 * JOSE values: JWK, JWS and JWT, read strictly, signed and verified; the only room that knows a JOSE or crypto library.
 *
 * <p>It owns no key life cycle (see {@code keys}) and decides nothing about accounts or sessions (see {@code tokens}).
 */
@NullMarked
package dev.signet.jose;

import org.jspecify.annotations.NullMarked;
