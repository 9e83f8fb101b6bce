/**
 * OAuth 2.1: the authorization endpoint and its pages, the token endpoint with one class per grant, pushed requests,
 * devices, introspection and revocation. Authenticates no user and signs nothing itself.
 */
@NullMarked
package dev.signet.oauth;

import org.jspecify.annotations.NullMarked;
