/**
 * What is for the people who run this service: the first administrator, and the demo account of the dev profile. Has no
 * rules of its own.
 */
@NullMarked
package dev.signet.admin;

import org.jspecify.annotations.NullMarked;
