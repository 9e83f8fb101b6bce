package dev.signet.tokens.status;

import dev.signet.keys.KeySchedule;

import java.time.Duration;

/**
 * How long what is given out is good for, so that everything ends a bounded time after the last token.
 *
 * @param open for how long places of a list are given out
 * @param held for how long new tokens may refer to a place after it was given out; longer than any token lives, so that of one
 *     session the present place and the one before it are all that an unexpired token can refer to
 * @param life the longest that a token refers to its place
 */
record StatusTimes(Duration open, Duration held, Duration life) {

    static StatusTimes of(KeySchedule schedule) {
        Duration life = schedule.longestTokenLife().plus(schedule.clockSkew().multipliedBy(2));
        return new StatusTimes(life, life, life);
    }

    /** From the last place given out to the end of the last token that refers to it. */
    Duration use() {
        return held.plus(life);
    }
}
