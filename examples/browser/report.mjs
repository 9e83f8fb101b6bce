// Says of each check whether it holds, and at the end how many do.

import assert from 'node:assert/strict'

let passed = 0
let failed = 0

/** Checks that build on one another; what keeps them from going on counts as one that does not hold. */
export async function part(checks) {
  try {
    await checks()
  } catch (reason) {
    failed++
    console.log(`FAILED  ${checks.name || 'a part'} could not go on`)
    console.log(`        ${describe(reason)}`)
  }
}

/** Tries a statement: it holds if the attempt ends without an exception. Answers what the attempt does. */
export async function check(sentence, attempt) {
  try {
    const result = await attempt()
    passed++
    console.log(`ok      ${sentence}`)
    return result
  } catch (reason) {
    failed++
    console.log(`FAILED  ${sentence}`)
    console.log(`        ${describe(reason)}`)
  }
}

/** Ends the program, with a status that says whether everything held. */
export function summary() {
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

/** Tries again, four times a second, until the attempt ends without an exception or the time is over. */
export async function within(seconds, attempt) {
  const end = Date.now() + seconds * 1000
  for (;;) {
    try {
      return await attempt()
    } catch (reason) {
      if (Date.now() > end) throw reason
      await pause(0.25)
    }
  }
}

export function pause(seconds) {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}

/** What the environment has to say; the program cannot do without it. */
export function setting(name) {
  const value = process.env[name]
  assert.ok(value, `set ${name}`)
  return value
}

function describe(reason) {
  const details = [reason.error, reason.error_description, reason.code, reason.message, reason.cause?.message]
  return [...new Set(details.filter(Boolean))].join(' | ').replaceAll('\n', ' ')
}
