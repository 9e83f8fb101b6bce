/**
 * Outgoing calls to URLs that other parties choose: key sets, client metadata, notifications. They reach only public IP
 * addresses, have limits of time and size, and pass the response only to their caller.
 */
@NullMarked
package dev.signet.fetch;

import org.jspecify.annotations.NullMarked;
