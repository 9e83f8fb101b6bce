package dev.signet.tokens.status;

import dev.signet.keys.KeySchedule;

import java.time.Duration;

/**
 * Time limits of lists and slots. With them, each list and slot can be removed a known time after its last token.
 *
 * @param open the time during which the slots of a list are issued
 * @param retained the time after the issue of a slot during which new tokens may refer to it. It is longer than the
 *     time to live of any token. So an unexpired token refers only to the current or the previous slot of its session
 * @param maxReferenceTime the longest time that a token refers to its slot
 */
record StatusTimes(Duration open, Duration retained, Duration maxReferenceTime) {

    static StatusTimes of(KeySchedule schedule) {
        Duration maxReferenceTime =
                schedule.longestTokenLife().plus(schedule.clockSkew().multipliedBy(2));
        return new StatusTimes(maxReferenceTime, maxReferenceTime, maxReferenceTime);
    }

    /** Returns the time from the issue of the last slot to the expiry of the last token that refers to it. */
    Duration useDuration() {
        return retained.plus(maxReferenceTime);
    }
}
