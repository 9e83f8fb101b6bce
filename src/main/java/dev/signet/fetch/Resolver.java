package dev.signet.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name; asked once for each call. */
@FunctionalInterface
interface Resolver {

    List<InetAddress> resolve(String host) throws UnknownHostException;
}
